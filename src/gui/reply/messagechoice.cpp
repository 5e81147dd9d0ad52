// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/messagechoice.h"

#include "core/text.h"
#include "gui/reply/replytexts.h"

#include <algorithm>

namespace vigie::gui
{

namespace
{

bool hasAllWords(const playbook::Message &message, const QString &text, const QStringList &words)
{
    const QString haystack = core::folded(QStringList{message.title.en, message.title.fr, message.situation.en,
                                                      message.situation.fr, text}
                                              .join(u'\n'));
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return haystack.contains(word); });
}

} // namespace

std::vector<MessageChoice> messageChoices(const std::vector<MessageShelf> &shelves, const MessageWish &wish)
{
    const QStringList words = core::folded(wish.words).split(u' ', Qt::SkipEmptyParts);
    std::vector<MessageChoice> choices;
    for (std::size_t shelf = 0; shelf < shelves.size(); ++shelf) {
        for (const playbook::Message &message : shelves[shelf].messages) {
            if ((!wish.phase.isEmpty() && message.phase != wish.phase)
                || (!wish.audience.isEmpty() && message.audience != wish.audience))
                continue;
            const playbook::MessageVariant *const variant = message.variantFor(wish.language, wish.network);
            if (variant && hasAllWords(message, variant->text, words))
                choices.push_back({message, *variant, playbook::usability(*variant, wish.now), shelf});
        }
    }
    std::stable_sort(choices.begin(), choices.end(), [](const MessageChoice &a, const MessageChoice &b) {
        return (a.usability == playbook::Usability::Usable) > (b.usability == playbook::Usability::Usable);
    });
    return choices;
}

void MessageChoiceModel::setChoices(std::vector<MessageChoice> choices, core::Language language)
{
    beginResetModel();
    m_choices = std::move(choices);
    m_language = language;
    endResetModel();
}

const MessageChoice *MessageChoiceModel::choiceAt(const QModelIndex &index) const
{
    return index.isValid() && std::size_t(index.row()) < m_choices.size() ? &m_choices[std::size_t(index.row())] : nullptr;
}

int MessageChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_choices.size());
}

QString MessageChoiceModel::reasonAgainst(const MessageChoice &choice)
{
    switch (choice.usability) {
    case playbook::Usability::Usable:
        return {};
    case playbook::Usability::Expired:
        return tr("This text has expired. Have it read and approved again in Playbooks.");
    case playbook::Usability::NotApproved:
        return tr("Nobody has approved this text yet. Have it approved in Playbooks.");
    }
    return {};
}

QVariant MessageChoiceModel::data(const QModelIndex &index, int role) const
{
    const MessageChoice *const choice = choiceAt(index);
    if (!choice)
        return {};
    const auto stateWord = [choice] {
        switch (choice->usability) {
        case playbook::Usability::Usable:
            //: State of a pre-approved message.
            return tr("Approved");
        case playbook::Usability::Expired:
            //: State of a pre-approved message.
            return tr("Expired");
        case playbook::Usability::NotApproved:
            //: State of a pre-approved message.
            return tr("Not approved");
        }
        return QString();
    };
    //: Phase and audience of a pre-approved message, such as "Update · Press".
    const QString meta = tr("%1 · %2").arg(ReplyTexts::phase(choice->message.phase), ReplyTexts::audience(choice->message.audience));
    switch (role) {
    case Qt::DisplayRole:
        return choice->message.title.in(m_language);
    case UsabilityRole:
        return int(choice->usability);
    case StateRole:
        return stateWord();
    case MetaRole:
        return meta;
    case PreviewRole:
        return choice->variant.text;
    case Qt::AccessibleTextRole:
        //: Screen reader. Title, phase and audience, state, text of a pre-approved message.
        return tr("%1, %2, %3: %4").arg(choice->message.title.in(m_language), meta, stateWord(), choice->variant.text);
    default:
        return {};
    }
}

} // namespace vigie::gui
