// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/language.h"
#include "core/result.h"
#include "networks/importreport.h"
#include "networks/post.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace vigie::drill
{

/// Something that happens to the team beside the posts: a journalist calls, a lawyer asks.
struct Inject {
    core::Instant at = {};
    QString toRole = {}; ///< role key of the playbook
    QString title = {};
    QString text = {};
};

/// What a good team reaches, in minutes from the beginning of the event.
struct Targets {
    std::optional<int> detectMinutes = std::nullopt;
    std::optional<int> firstReplyMinutes = std::nullopt;
    std::optional<int> firstStatementMinutes = std::nullopt;
};

/// Posts with times, and what is known about them. A bare file of posts has only those and its name.
struct Scenario {
    QString key = {};
    core::Language language = core::Language::English;
    QString title = {};
    QString summary = {};
    QString brand = {};
    QString kind = {};        ///< of crisis; empty when not known
    QString playbookKey = {}; ///< empty: the runner chooses one by kind
    QString watchQuery = QStringLiteral("*"); ///< what the drill's watch looks for
    std::optional<core::Instant> eventBeginsAt = std::nullopt;
    std::vector<Inject> injects = {};    ///< by time
    std::vector<networks::Post> posts = {}; ///< by time
    Targets targets = {};
    std::vector<networks::Reject> rejects = {}; ///< lines that were no posts

    [[nodiscard]] core::Instant begin() const { return posts.front().postedAt; }
    [[nodiscard]] core::Instant end() const { return posts.back().postedAt; }
};

/// What a list of scenarios shows, read without the posts.
struct ScenarioSummary {
    QString key = {};
    core::Language language = core::Language::English;
    QString title = {};
    QString summary = {};
    QString brand = {};
};
/// The shipped ones, those of `preferred` first; title and summary in that language.
[[nodiscard]] std::vector<ScenarioSummary> shippedScenarios(core::Language preferred);

/**
 * A shipped scenario by its key, or a file: NDJSON of posts with times, or a manifest beside its posts. `language` is that of
 * the drill where the file does not say its own. NotFound, File, Parse (with file, line and reason). Reads some megabytes at
 * the most; a file of over 200,000 posts is refused.
 */
[[nodiscard]] Result<Scenario> loadScenario(const QString &nameOrPath, core::Language language);

} // namespace vigie::drill
