// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/post.h"

#include <simdjson.h>

#include <string_view>

namespace vigie::networks
{

/// Parses one post after another, a JSON object each, with the same scratch memory. For ndjsonreader.cpp alone.
class NdjsonPostParser
{
public:
    /// `line` must be followed by SIMDJSON_PADDING readable bytes.
    [[nodiscard]] bool parse(std::string_view line, Post &post);
    [[nodiscard]] const QString &reason() const { return m_reason; }

private:
    enum Seen : unsigned { SeenNetwork = 1, SeenId = 2, SeenText = 4, SeenTime = 8 };

    bool no(QString reason)
    {
        m_reason = std::move(reason);
        return false;
    }
    bool readMember(std::string_view key, simdjson::ondemand::value value, Post &post);
    bool readOptional(std::string_view key, simdjson::ondemand::value value, Post &post);
    bool readAuthor(simdjson::ondemand::value value, Post &post);
    bool readText(simdjson::ondemand::value value, const char *name, std::string_view &text);
    bool readNetwork(simdjson::ondemand::value value, Post &post);
    template <typename Number>
    bool readCount(simdjson::ondemand::value value, const char *name, Number &count);
    bool keep(std::string_view key, simdjson::ondemand::value value, Post &post);

    simdjson::ondemand::parser m_parser;
    simdjson::dom::parser m_domParser;
    QString m_reason;
    QString m_lastNetwork; ///< shared by the posts that follow, which saves an allocation each
    QByteArray m_lastNetworkUtf8;
    unsigned m_seen = 0;
};

} // namespace vigie::networks
