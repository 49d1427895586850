//! What messages are about.

use domain::{Fixture, Topic};

use super::{put_texts, slug_from};
use crate::keeping::form::{Control, Layout};
use crate::keeping::input::Input;
use crate::keeping::reading::Reading;

pub(super) fn fill(topic: &Topic, input: &mut Input) {
    input.set("slug", &topic.slug);
    put_texts(input, "name", &topic.name);
}

pub(super) fn lay(layout: &mut Layout<'_>, id: Option<&str>) {
    layout.group("topic").texts(Control::Text, "name", "topic-name");
    if id.is_none() {
        layout.field(Control::Text, "slug", "slug").hint("slug");
    }
}

pub(super) fn read(reading: &mut Reading<'_>, id: Option<&str>) -> Option<Fixture> {
    let name = reading.texts_needed("name", "topic-name");
    let slug = slug_from(reading, id, &name);
    Some(Fixture::Topic(Topic { slug, name }))
}
