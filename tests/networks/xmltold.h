// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/xmltokens.h"

#include <QStringList>

#include <optional>

namespace vigie::networks::test
{

/// Everything that a reader of feeds could see; nothing where it failed. A text may come in several pieces.
[[nodiscard]] inline std::optional<QStringList> told(XmlTokens &xml)
{
    QStringList all;
    for (;;) {
        switch (xml.next()) {
        case XmlTokens::Kind::Start: {
            QString start = QStringLiteral("<{%1}%2%3").arg(xml.namespaceUri(), xml.name(), xml.declaresNamespaces() ? QStringLiteral("!") : QString());
            for (const XmlTokens::Attribute &attribute : xml.attributes())
                start += QStringLiteral(" %1='%2'").arg(attribute.qualifiedName, attribute.value);
            all.append(start);
            break;
        }
        case XmlTokens::Kind::End:
            all.append(QStringLiteral("</{%1}%2").arg(xml.namespaceUri(), xml.name()));
            break;
        case XmlTokens::Kind::Text:
            if (xml.text().isEmpty())
                break;
            if (!all.isEmpty() && all.last().startsWith(QLatin1Char('"')))
                all.last() += xml.text();
            else
                all.append(QLatin1Char('"') + xml.text().toString());
            break;
        case XmlTokens::Kind::Other:
            break;
        case XmlTokens::Kind::Over:
            return all;
        case XmlTokens::Kind::Failed:
            return std::nullopt;
        }
    }
}

} // namespace vigie::networks::test
