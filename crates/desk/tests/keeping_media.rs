//! The media library, through the router: uploads, what is said of a file, its page.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod stage;

use axum::body::Body;
use stage::{Reply, Stage, id, plain, stage};

type Fields<'a> = &'a [(&'a str, &'a str)];

/// A GIF of one pixel in a shade of grey.
fn picture(shade: u8) -> Vec<u8> {
    let mut gif = b"GIF89a\x01\x00\x01\x00\x80\x00\x00".to_vec();
    gif.extend([shade, shade, shade, 255, 255, 255]);
    gif.extend(b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b");
    gif
}

/// A PNG of 700 by 20 pixels, stored without compression, so that each smaller size has fewer bytes.
fn wide_picture() -> Vec<u8> {
    let (width, height) = (700u32, 20u32);
    let row = |line: u32| [0].into_iter().chain((0..width).flat_map(move |x| [(x / 3) as u8, (line * 9) as u8, 90]));
    let pixels: Vec<u8> = (0..height).flat_map(row).collect();
    let length = u16::try_from(pixels.len()).unwrap();
    let mut stored = vec![0x78, 0x01, 1];
    stored.extend(length.to_le_bytes().into_iter().chain((!length).to_le_bytes()));
    let (mut a, mut b) = (1u32, 0u32);
    for byte in &pixels {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    stored.extend(&pixels);
    stored.extend((b << 16 | a).to_be_bytes());
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let header: Vec<u8> = width.to_be_bytes().into_iter().chain(height.to_be_bytes()).chain([8, 2, 0, 0, 0]).collect();
    for (name, data) in [(b"IHDR", header), (b"IDAT", stored), (b"IEND", vec![])] {
        png.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        let body: Vec<u8> = name.iter().copied().chain(data).collect();
        let crc = body.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
        });
        png.extend(body);
        png.extend((!crc).to_be_bytes());
    }
    png
}

#[tokio::test]
async fn sizes_of_a_picture_are_made_kept_and_shown() {
    let stage = stage();
    upload(&stage, &[("Quay wide.png", &wide_picture())], &[("alt-0-en", "The whole quay")]).await.expect(200);
    let json = stage.get("author", "/desk/media.json").await.json();
    let (digest, thumb) = (json[0]["digest"].as_str().unwrap(), json[0]["thumb"].as_str().unwrap());
    assert!(thumb.ends_with("quay-wide-320.png") && !thumb.contains(digest), "{json}");
    let served = stage.get("translator", thumb).await.expect(200);
    assert_eq!(served.header("content-type"), "image/png");
    let page = plain(&stage.get("author", &format!("/desk/media/{digest}")).await.expect(200).text);
    assert!(
        page.contains("320 × 9 pixels") && page.contains("640 × 18 pixels") && page.contains("700 × 20 pixels"),
        "{page}"
    );
    assert_eq!(stage.desk.shelf.list().unwrap().len(), 3);
}

/// An upload of several files, each with the fields of its place.
async fn upload(stage: &Stage, files: &[(&str, &[u8])], fields: Fields<'_>) -> Reply {
    let edge = "keeping-edge-51c0";
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--{edge}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes(),
        );
    }
    for (place, (name, bytes)) in files.iter().enumerate() {
        let head = format!(
            "--{edge}\r\ncontent-disposition: form-data; name=\"file-{place}\"; filename=\"{name}\"\r\ncontent-type: image/jpeg\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend_from_slice(bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{edge}--\r\n").into_bytes());
    let request = stage
        .request("author", "POST", "/desk/media")
        .header("content-type", format!("multipart/form-data; boundary={edge}"));
    stage.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn good_files_of_an_upload_go_in_and_each_bad_one_is_refused_in_words() {
    let stage = stage();
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let (first, second) = (picture(1), picture(2));
    let files: [(&str, &[u8]); 5] = [
        ("The Harbour.gif", &first),
        ("logo.svg", svg),
        ("notes.jpg", b"These are notes."),
        ("empty.png", b""),
        ("quay.gif", &second),
    ];
    let fields = [
        ("alt-0-en", "The harbour at noon"),
        ("credit-0", "Press section"),
        ("alt-1-en", "A logo, kept as typed"),
        ("alt-2-en", "x"),
        ("alt-3-en", "x"),
        ("alt-4-en", "The quay"),
    ];
    let reply = upload(&stage, &files, &fields).await.expect(422);
    let said = plain(&reply.text);
    assert!(said.contains("logo.svg: ") && said.contains("SVG"), "{said}");
    assert!(said.contains("notes.jpg: ") && said.contains("empty.png: the file is empty"), "{said}");
    assert!(said.matches("is in the library now").count() == 2, "{said}");
    assert_eq!(reply.field("alt-1-en").as_deref(), Some("A logo, kept as typed"));
    assert_eq!(reply.field("alt-0-en").as_deref(), Some(""), "what is in the library is done with");

    let json = stage.get("translator", "/desk/media.json").await.expect(200).json();
    let names: Vec<&str> = json.as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 2, "{json}");
    assert!(names.contains(&"the-harbour.gif"), "{json}");
    let file = json.as_array().unwrap().iter().find(|file| file["name"] == "the-harbour.gif").unwrap();
    assert_eq!(file["alt"]["en"], "The harbour at noon");
    let digest = file["digest"].as_str().unwrap();

    let address = format!("/desk/media/{digest}/the-harbour.gif");
    assert_eq!(file["thumb"], address.as_str());
    let served = stage.get("author", &address).await.expect(200);
    assert_eq!((served.header("content-type"), served.header("x-content-type-options")), ("image/gif", "nosniff"));
    assert_eq!(served.header("content-security-policy"), "default-src 'none'; sandbox");
    assert_ne!(stage.get("out", &address).await.status, 200);
    assert_eq!(stage.public(&format!("/media/{digest}/the-harbour.gif")).0, 404, "the library is not public");
    assert_eq!(
        stage.get("author", &format!("/desk/media/{digest}/page.html")).await.header("content-type"),
        "image/gif"
    );

    let again = upload(&stage, &[("other.gif", &first)], &[("alt-0-en", "Another text")]).await.expect(200);
    assert!(again.text.contains("was in the library before"), "{}", again.text);
    let silent = upload(&stage, &[("third.gif", &picture(3))], &[("alt-0-en", " ")]).await.expect(422);
    assert!(silent.text.contains("An alternative text is missing"), "{}", silent.text);
    assert!(upload(&stage, &[], &[]).await.expect(422).text.contains("No file was chosen"));
}

#[tokio::test]
async fn files_beyond_the_limits_are_refused_with_the_limit_in_words() {
    let stage = stage();
    let large = vec![b'x'; (40 << 20) + 1];
    let reply = upload(&stage, &[("film.gif", &large)], &[("alt-0-en", "A film")]).await.expect(422);
    assert!(reply.text.contains("40 MB are the most"), "{}", reply.text);
    let reply = upload(&stage, &[("a.gif", &large), ("b.gif", &large), ("c.gif", &large)], &[]).await.expect(413);
    assert!(reply.text.contains("one upload may have 81 MB"), "{}", reply.text);
}

#[tokio::test]
async fn what_is_said_of_a_file_changes_and_its_page_says_where_it_is_public() {
    let stage = stage();
    upload(&stage, &[("quay.gif", &picture(4))], &[("alt-0-en", "The quay")]).await.expect(200);
    let json = stage.get("author", "/desk/media.json").await.json();
    let digest = json[0]["digest"].as_str().unwrap().to_owned();
    let address = format!("/desk/media/{digest}");
    let page = stage.get("author", &address).await.expect(200);
    assert!(page.text.contains(&digest) && page.text.contains("It is not public"), "{}", page.text);

    let unsaid =
        stage.post("author", &address, &[("do", "save"), ("alt-en", ""), ("credit", "kept")]).await.expect(422);
    assert!(unsaid.text.contains("needs an alternative text"), "{}", unsaid.text);
    assert_eq!(unsaid.field("credit").as_deref(), Some("kept"));
    let fields = [
        ("do", "save"),
        ("base", "1"),
        ("alt-en", "The old quay"),
        ("alt-ru", "Старый причал"),
        ("credit", "Press section"),
    ];
    stage.post("author", &address, &fields).await.expect(303);
    let json = stage.get("author", "/desk/media.json").await.json();
    assert_eq!(
        (json[0]["alt"]["en"].as_str(), json[0]["alt"]["ru"].as_str()),
        (Some("The old quay"), Some("Старый причал"))
    );

    let text = format!("Look.\n\n[The old quay](/media/{digest}/quay.gif)");
    stage.release(&id(5), "en", "The quay reopens", &text, None);
    let page = stage.get("author", &address).await.expect(200).text;
    assert!(page.contains("It is public through") && page.contains("The quay reopens"), "{page}");
    assert_eq!(stage.public(&format!("/media/{digest}/quay.gif")).0, 200);
    stage.get("author", "/desk/media/0000").await.expect(404);
}
