//! The description of the API and its rooms are the same.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::sent::{BASE, send};
use crate::stage::stage;

const METHODS: [&str; 5] = ["get", "put", "post", "patch", "delete"];

#[tokio::test]
async fn the_description_and_the_rooms_are_the_same() {
    let stage = stage();
    let description = send(&stage, "GET", "/openapi.json").out().await.expect(200).json();
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1."));
    let mut ids = BTreeSet::new();
    for (path, item) in description["paths"].as_object().unwrap() {
        let address = path.strip_prefix(BASE).unwrap().replace("{number}", "1").replace(['{', '}'], "");
        for method in METHODS {
            let upper = method.to_uppercase();
            let reply = send(&stage, &upper, &address).out().await;
            let Some(operation) = item.get(method) else {
                assert_eq!(reply.status, 405, "{upper} {path} is not described");
                assert!(!reply.header("allow").is_empty(), "{upper} {path}");
                continue;
            };
            assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "{upper} {path}");
            assert!(operation["summary"].as_str().is_some_and(|summary| !summary.is_empty()), "{upper} {path}");
            if path.ends_with("/openapi.json") {
                assert_eq!(reply.status, 200);
                continue;
            }
            assert_eq!(reply.status, 401, "{upper} {path} {}", reply.text);
            assert_eq!(operation["security"].as_array().unwrap().len(), 2);
            for status in ["401", "403", "422"] {
                assert!(operation["responses"].get(status).is_some(), "{upper} {path} {status}");
            }
            let named: BTreeSet<&str> = operation["parameters"]
                .as_array()
                .map(|list| {
                    list.iter().filter(|one| one["in"] == "path").filter_map(|one| one["name"].as_str()).collect()
                })
                .unwrap_or_default();
            let wanted: BTreeSet<&str> =
                path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
            assert_eq!(named, wanted, "{upper} {path}");
        }
    }
    assert!(ids.len() > 45, "{ids:?}");
    send(&stage, "GET", "/no/such/room").by("author").await.expect(404);
}

#[tokio::test]
async fn every_reference_of_the_description_leads_somewhere() {
    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                found.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|value| references(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }
    let stage = stage();
    let description = send(&stage, "GET", "/openapi.json").out().await.expect(200).json();
    let mut found = BTreeSet::new();
    references(&description, &mut found);
    assert!(found.len() > 30);
    for reference in found {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(description.pointer(pointer).is_some(), "{reference}");
    }
}
