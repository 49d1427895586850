//! Word files made in code, with invented texts.

use std::io::{Cursor, Write as _};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\"";

/// Styles as Word names them, with one chain and one for speakers.
const STYLES: &str = "
    <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>
    <w:style w:type=\"paragraph\" w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>
    <w:style w:type=\"paragraph\" w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type=\"paragraph\" w:styleId=\"Kop2\"><w:name w:val=\"heading 2\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>
    <w:style w:type=\"paragraph\" w:styleId=\"Eigen\"><w:name w:val=\"Own\"/><w:basedOn w:val=\"Kop2\"/></w:style>
    <w:style w:type=\"paragraph\" w:styleId=\"Loop1\"><w:name w:val=\"L1\"/><w:basedOn w:val=\"Loop2\"/></w:style>
    <w:style w:type=\"paragraph\" w:styleId=\"Loop2\"><w:name w:val=\"L2\"/><w:basedOn w:val=\"Loop1\"/></w:style>
    <w:style w:type=\"paragraph\" w:styleId=\"Citaat\"><w:name w:val=\"Quote\"/><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type=\"paragraph\" w:styleId=\"Spreker\"><w:name w:val=\"P3 / Speaker\"/></w:style>
    <w:style w:type=\"paragraph\" w:styleId=\"Inhoud\"><w:name w:val=\"toc 1\"/></w:style>
    <w:style w:type=\"paragraph\" w:styleId=\"Lijst\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>
    <w:style w:type=\"character\" w:styleId=\"Vet\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type=\"character\" w:styleId=\"Geheim\"><w:name w:val=\"Hidden\"/><w:rPr><w:vanish/></w:rPr></w:style>";

const NUMBERING: &str = "
    <w:abstractNum w:abstractNumId=\"0\">
      <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"·\"/></w:lvl>
      <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId=\"1\">
      <w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId=\"2\">
      <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"Article %1.\"/></w:lvl>
      <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId=\"3\">
      <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:abstractNum>
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>
    <w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>
    <w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num>
    <w:num w:numId=\"4\"><w:abstractNumId w:val=\"3\"/></w:num>
    <w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

/// A Word file in the making.
pub struct Package {
    parts: Vec<(String, Vec<u8>)>,
}

impl Package {
    /// A file with this body, and the styles and lists above.
    pub fn with_body(body: &str) -> Package {
        let package = Package { parts: Vec::new() };
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        package
            .part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
            .part("_rels/.rels", &format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{relation}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"))
            .part("word/_rels/document.xml.rels", &format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{relation}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"{relation}/hyperlink\" Target=\"https://example.org/treaty?a=1&amp;b=2\" TargetMode=\"External\"/><Relationship Id=\"rId3\" Type=\"{relation}/header\" Target=\"header1.xml\"/><Relationship Id=\"rId4\" Type=\"{relation}/footnotes\" Target=\"/word/footnotes.xml\"/></Relationships>"))
            .word("document", &format!("<w:body>{body}</w:body>"))
            .word("styles", STYLES)
            .word("numbering", NUMBERING)
    }

    /// Adds or replaces a part.
    pub fn part(mut self, name: &str, text: &str) -> Package {
        self.parts.retain(|(known, _)| known != name);
        self.parts.push((name.to_owned(), text.as_bytes().to_vec()));
        self
    }

    /// Adds or replaces a part of WordprocessingML.
    pub fn word(self, name: &str, inner: &str) -> Package {
        let root = if name.starts_with("header") { "hdr" } else { name };
        let text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:{root} {NAMESPACES}>{inner}</w:{root}>");
        self.part(&format!("word/{name}.xml"), &text)
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        zipped(&self.parts)
    }
}

/// A zip archive of these entries.
pub fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A paragraph in a style, with runs given as they are.
pub fn paragraph(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

/// An item of a list.
pub fn item(list: u32, level: u32, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        run("", text)
    )
}

/// A run with these properties.
pub fn run(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}
