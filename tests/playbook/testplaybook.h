// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/playbookfile.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace vigie::test
{

/// A small playbook that keeps every rule, as a file: nine lines of roles, steps and messages to break one at a time.
inline QByteArray smallPlaybookFile()
{
    return R"({
  "$comment": "a small one",
  "format": "vigie-playbook",
  "format_version": 1,
  "key": "small",
  "version": 1,
  "kind": "other",
  "title": {"fr": "Petit plan", "en": "Small plan"},
  "summary": {"fr": "Pour les essais.", "en": "For tests."},
  "cadence": {"first_statement_minutes": 15, "scope_minutes": 30, "phases": [
    {"until_minutes": 120, "every_minutes": 20},
    {"until_minutes": null, "every_minutes": 60}]},
  "roles": [
    {"key": "crisis-lead", "title": {"fr": "Pilote", "en": "Lead"}, "mission": {"fr": "Décider", "en": "Decide"}, "deputy_role": "writer"},
    {"key": "writer", "title": {"fr": "Rédaction", "en": "Writer"}, "mission": {"fr": "Écrire", "en": "Write"}}
  ],
  "severities": [
    {"level": 1, "name": {"fr": "Vigilance", "en": "Watch"}, "criteria": [], "triggers": {"cadence_minutes": 240, "roles": ["writer"], "approvals": []}},
    {"level": 2, "name": {"fr": "Modérée", "en": "Moderate"}, "criteria": [], "triggers": {"cadence_minutes": null, "roles": [], "approvals": []}},
    {"level": 3, "name": {"fr": "Grave", "en": "Serious"}, "criteria": [], "triggers": {"cadence_minutes": 30, "roles": [], "approvals": ["crisis-lead"]}},
    {"level": 4, "name": {"fr": "Majeure", "en": "Major"}, "criteria": [], "triggers": {"cadence_minutes": 10, "roles": [], "approvals": ["crisis-lead"]}}
  ],
  "variables": [
    {"key": "brand", "label": {"fr": "Marque", "en": "Brand"}, "example": {"fr": "Belmarque", "en": "Belmarque"}, "source": "brand"},
    {"key": "link", "label": {"fr": "Lien", "en": "Link"}, "example": {"fr": "https://example.com", "en": "https://example.com"}, "source": "ask"}
  ],
  "steps": [
    {"key": "review", "title": {"fr": "Tenir le RETEX", "en": "Hold the review"}, "phase": "learn", "role": "crisis-lead", "offset_minutes": 1440, "offset_from": "stood_down"},
    {"key": "publish", "title": {"fr": "Publier", "en": "Publish"}, "phase": "respond", "role": "writer", "offset_minutes": 15, "requires_proof": true, "proof": {"fr": "Lien", "en": "Link"}, "message": "holding"},
    {"key": "check", "title": {"fr": "Vérifier", "en": "Check"}, "detail": {"fr": "À la source", "en": "At the source"}, "phase": "detect", "role": "crisis-lead", "offset_minutes": 5},
    {"key": "call-board", "title": {"fr": "Appeler le comité", "en": "Call the board"}, "phase": "respond", "role": "crisis-lead", "offset_minutes": 20, "only_if": {"min_severity": 3}},
    {"key": "answer-x", "title": {"fr": "Répondre sur X", "en": "Answer on X"}, "phase": "respond", "role": "writer", "offset_minutes": 30, "only_if": {"networks": ["x"]}}
  ],
  "stakeholders": [
    {"key": "board", "name": {"fr": "Direction", "en": "Management"}, "role": "crisis-lead", "offset_minutes": 15},
    {"key": "authority", "name": {"fr": "Autorité", "en": "Authority"}, "role": "crisis-lead", "offset_minutes": 60, "only_if": {"min_severity": 4}}
  ],
  "standdown": [{"key": "answered", "text": {"fr": "Tout le monde a une réponse", "en": "Everybody has an answer"}, "role": "writer"}],
  "messages": [
    {"key": "holding", "phase": "holding", "audience": "public", "title": {"fr": "Attente", "en": "Holding"},
     "situation": {"fr": "D’abord", "en": "First"}, "owner_role": "writer", "approver_role": "crisis-lead",
     "review_due_days": 180, "expires_days": 365, "variables": ["brand", "link"], "variants": [
      {"language": "fr", "network": null, "text": "Nous vérifions. Suite ici : {{link}}. {{brand}}"},
      {"language": "en", "network": null, "text": "We are checking. More here: {{link}}. {{brand}}"},
      {"language": "fr", "network": "x", "text": "Nous vérifions. {{link}}"},
      {"language": "en", "network": "x", "text": "We are checking. {{link}}"}]}
  ]
})";
}

} // namespace vigie::test
