//! Grants in words.

use domain::Grant;

use super::room::Room;

impl Room<'_> {
    /// What an account may do: each role with its language.
    pub(super) fn grants(&self, grants: &[Grant]) -> String {
        let words: Vec<String> = grants
            .iter()
            .map(|grant| {
                let role = self.say(&format!("desk-role-{}", grant.role.as_str()), &[]);
                match &grant.lang {
                    None => role,
                    Some(lang) => {
                        self.say("review-role-in", &[("role", role.into()), ("language", self.language(lang).into())])
                    }
                }
            })
            .collect();
        words.join(", ")
    }
}
