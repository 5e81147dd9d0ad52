// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/findingtexts.h"

#include "core/retold.h"

#include <QtGlobal>

namespace vigie::playbook
{

namespace
{

/// Every reason that reading a playbook gives, word for word; tst_playbookfile holds them against it.
constexpr const char *kReasons[] = {
    QT_TRANSLATE_NOOP("PlaybookFinding", "must be between %1 and %2"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "“%1” is not known here and is ignored"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "must be a string"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "“%1” is missing"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "must be a whole number"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "must be true or false"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "must be an object"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "must be a list"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "must be brand, mention.author, incident.next_update or ask"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "must be opened or stood_down"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "must be fr or en"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "does not list exactly the variables that the texts use"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "must be “vigie-playbook”"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "the French text is missing"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "the English text is missing"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "the text is missing"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "the French text is longer than %1 characters"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "the English text is longer than %1 characters"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "the text is longer than %1 characters"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "“%1” is none of %2"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "“%1” is not a key: lower case letters, digits and “%2”, a letter first"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "“%1” is there already"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "there is no role “%1”"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "there is no message “%1”"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "at least one phase is needed"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "the last phase must have null here"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "only the last phase may have null here"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "must be later than the phase before"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "a role cannot stand in for itself"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "level %1 is there already"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "level %1 is missing"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "a step that requires a proof must say which"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "only a step that requires a proof may name one"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "the owner of a message cannot approve it"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "must not be less than review_due_days"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "there is a text for this language and network already"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "“%1” is not the name of a network"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "a French text is missing"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "an English text is missing"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "both languages must have texts for the same networks"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "“{{%1” is not a variable"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "the variable “%1” is not declared"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "the variable should be written {{%1}}"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "more than %1 values in one file"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "nested more than %1 deep"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "“%1” is given twice"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "more than %1 entries in one list"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "the file is larger than 2 MB"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "not JSON: %1"),
    QT_TRANSLATE_NOOP("PlaybookFinding", "must be one JSON object"),
};

} // namespace

QString findingText(const QString &reason, const core::Phrasebook &phrases)
{
    return core::retold(phrases, "PlaybookFinding", kReasons, reason);
}

} // namespace vigie::playbook
