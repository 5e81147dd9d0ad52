// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/playbook.h"

#include <QJsonObject>

namespace vigie::playbook
{

/// What is wrong at a path of the file; places are found by JsonPlaces.
struct Remark {
    bool isError = true;
    QString path = {};
    QString reason = {};
};
using Remarks = std::vector<Remark>;

/// The shape alone: members, their types and their ranges, not what refers to what. What is wrong is left empty and
/// told.
[[nodiscard]] Playbook playbookFromJson(const QJsonObject &file, Remarks &remarks);
[[nodiscard]] QJsonObject playbookToJson(const Playbook &playbook);

/// The rules of the format that hold for a playbook wherever it comes from: texts in both languages, keys that are well
/// formed and unique, references that lead somewhere, variables that are declared.
[[nodiscard]] Remarks brokenRules(const Playbook &playbook);

} // namespace vigie::playbook
