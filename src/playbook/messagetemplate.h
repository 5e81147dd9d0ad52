// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace vigie::playbook
{

/// A {{name}} in a text. Start and length are in UTF-16 units and cover the braces.
struct Placeholder {
    QString name = {}; ///< lower case, without spaces round it; what stands there when it is not well formed
    qsizetype start = 0;
    qsizetype length = 0;
    /// False for what looks like a variable and is none: "{{}}", "{{nom du produit}}", a "{{" that nobody closes.
    /// It is kept as it is, and keeps a text from being ready.
    bool isWellFormed = true;

    bool operator==(const Placeholder &) const = default;
};

/// Everything between double braces, in order. Single braces are text. Spaces inside are allowed: {{ brand }}.
[[nodiscard]] std::vector<Placeholder> placeholders(QStringView text);

/// The well-formed names, each once, in order of first use.
[[nodiscard]] QStringList variableNames(QStringView text);

using VariableValues = QHash<QString, QString>; ///< keys in lower case

struct FilledText {
    QString text = {};
    QStringList missing = {};               ///< names without a value, each once; a value of nothing but spaces is none
    std::vector<Placeholder> unfilled = {}; ///< what still stands in `text`, for marking

    /// Only then may it be sent.
    [[nodiscard]] bool isReady() const { return unfilled.empty() && missing.isEmpty(); }
};

/// Puts the values in, without the spaces round them. A {{…}} inside a value is not filled, but it is found as
/// unfilled.
[[nodiscard]] FilledText fillTemplate(QStringView text, const VariableValues &values);

/// Not blank, and no {{…}} left. The last check before anything leaves.
[[nodiscard]] bool isReadyToSend(QStringView text);

} // namespace vigie::playbook
