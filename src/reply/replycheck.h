// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/replytone.h"
#include "core/language.h"
#include "networks/lengthrule.h"
#include "reply/reply.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace vigie::reply
{

enum class FindingSeverity { Error, Warning, Hint };
[[nodiscard]] QString findingSeverityKey(FindingSeverity severity); ///< "error", "warning", "hint"

struct ReplyFinding {
    QString rule = {}; ///< stable: "empty-variable", "over-length", "personal-data", "defensive", "wrong-language", …
    FindingSeverity severity = FindingSeverity::Warning;
    qsizetype start = 0; ///< code points; start == end where the finding is about the whole text
    qsizetype end = 0;
    QString message = {}; ///< one sentence, in the language that was asked for
};

struct ReplyReport {
    std::vector<ReplyFinding> findings = {}; ///< in the order of the text, those about the whole text last
    std::vector<analysis::FoundPart> parts = {};
    networks::LengthCount length = {};

    [[nodiscard]] bool hasErrors() const; ///< such a text is never sent
    [[nodiscard]] bool has(QStringView rule) const;
};

struct ReplyCheckRequest {
    QString text = {};
    QString network = {};
    core::Language language = core::Language::English; ///< in which the reply ought to be
    Visibility visibility = Visibility::Public;
    QStringList allowed = {};                         ///< the brand's own addresses and numbers: not personal data
    std::optional<qsizetype> lengthLimit = {};        ///< where the account's server sets its own
    core::Language sentences = core::Language::English; ///< of the findings' messages
};

/**
 * Everything that can be said of a text before it leaves: its length on that network, variables that nobody filled,
 * personal data in public, and its tone. Fast enough for every key press; check() may be called from any thread.
 */
class ReplyCheck
{
public:
    explicit ReplyCheck(analysis::ReplyToneChecker tone);
    ~ReplyCheck();
    ReplyCheck(ReplyCheck &&) noexcept;

    /// With the phrases inside the program.
    [[nodiscard]] static Result<ReplyCheck> shipped();

    [[nodiscard]] ReplyReport check(const ReplyCheckRequest &request) const;

private:
    struct Sentences;

    analysis::ReplyToneChecker m_tone;
    std::unique_ptr<Sentences> m_sentences; ///< both phrasebooks, loaded once
};

} // namespace vigie::reply
