// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "core/result.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace vigie::analysis
{

enum class ToneSeverity { Hint, Warning, Error };
/// Who can read the reply.
enum class ReplyAudience { Public, Private };

/// What a good reply is made of.
enum class ReplyPart {
    Acknowledgement,
    Empathy, ///< marked where found, never missed where absent: its words are too free to tell that there is none
    Thanks,
    Apology,
    Regret,
    Explanation,
    Responsibility,
    Repentance, ///< "it will not happen again"
    Repair,     ///< refund, replacement, compensation
    Action,     ///< what is being done
    NextStep,   ///< what comes next, or when
    PrivateInvitation,
    Link,
    HumanContact, ///< a name, a signature, a telephone number to call
};

struct ToneFinding {
    QString rule; ///< "defensive", "blame", "absolute-promise", "speculation", "no-acknowledgement", "wrong-language",
                  ///< "personal-data"
    ToneSeverity severity = ToneSeverity::Warning;
    qsizetype start = 0; ///< code points; start == end where the finding is about the whole text
    qsizetype end = 0;
    QString found;                 ///< the words themselves; empty for personal data and for the whole text
    const char *message = nullptr; ///< an English sentence marked with QT_TRANSLATE_NOOP("ReplyTone", …)

    /// The sentence for a person, in the phrasebook's language.
    [[nodiscard]] QString text(const core::Phrasebook &phrases) const;
};

struct FoundPart {
    ReplyPart part = ReplyPart::Acknowledgement;
    qsizetype start = 0; ///< code points
    qsizetype end = 0;
};

struct ReplyToneReport {
    std::vector<ToneFinding> findings; ///< in the order of the text, those about the whole text last
    std::vector<FoundPart> parts;      ///< in the order of the text

    [[nodiscard]] bool has(ReplyPart part) const;
    [[nodiscard]] bool hasErrors() const;
};

struct ReplyToneRequest {
    QString text;
    core::Language language = core::Language::English; ///< in which the reply ought to be
    ReplyAudience audience = ReplyAudience::Public;
    QStringList allowed; ///< the brand's own e-mail addresses, telephone numbers, …: not personal data
};

/// "acknowledgement", "next-step": for vigiectl and the tests.
[[nodiscard]] QString replyPartKey(ReplyPart part);
[[nodiscard]] QString replyPartName(ReplyPart part, const core::Phrasebook &phrases);

/**
 * Checks the tone of a reply in French or English by phrases from two files that anybody can extend. It never judges
 * facts and never changes the text. Fast enough for every key press. Const calls may come from any thread.
 */
class ReplyToneChecker
{
public:
    /// The phrases inside the program. An Error names file and line.
    [[nodiscard]] static Result<ReplyToneChecker> shipped();
    [[nodiscard]] static Result<ReplyToneChecker> fromBytes(const QByteArray &french, const QByteArray &english);

    ReplyToneChecker(ReplyToneChecker &&) noexcept;
    ReplyToneChecker &operator=(ReplyToneChecker &&) noexcept;
    ~ReplyToneChecker();

    [[nodiscard]] ReplyToneReport check(const ReplyToneRequest &request) const;

private:
    struct Rules;
    ReplyToneChecker();

    std::unique_ptr<Rules> m_french;
    std::unique_ptr<Rules> m_english;
};

} // namespace vigie::analysis
