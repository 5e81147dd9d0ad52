// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/composerdata.h"

#include <QAbstractListModel>

namespace vigie::gui
{

/// One pre-approved text as the picker offers it.
struct MessageChoice {
    playbook::Message message = {};
    playbook::MessageVariant variant = {}; ///< the one for this language and network
    playbook::Usability usability = playbook::Usability::Usable;
    std::size_t shelf = 0;
};

struct MessageWish {
    QString words = {}; ///< as typed; every word must be found, accents and case do not count
    QString phase = {};    ///< empty for any
    QString audience = {}; ///< empty for any
    core::Language language = core::Language::English;
    QString network = {}; ///< "private" for what is said in private
    core::Instant now = {};
};

/// What fits, texts that may be used first, otherwise in the order of the playbook. A message without a text in this
/// language is left out.
[[nodiscard]] std::vector<MessageChoice> messageChoices(const std::vector<MessageShelf> &shelves, const MessageWish &wish);

/// The list of the picker. Resets at each new wish: everything is different then.
class MessageChoiceModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        UsabilityRole = Qt::UserRole + 1, ///< int of playbook::Usability
        StateRole,                        ///< the state as a word
        MetaRole,                         ///< phase and audience in words
        PreviewRole,                      ///< the text
    };

    using QAbstractListModel::QAbstractListModel;
    void setChoices(std::vector<MessageChoice> choices, core::Language language);
    [[nodiscard]] const MessageChoice *choiceAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// Why this text may not be inserted; empty when it may.
    [[nodiscard]] static QString reasonAgainst(const MessageChoice &choice);

private:
    std::vector<MessageChoice> m_choices;
    core::Language m_language = core::Language::English; ///< of the titles: the interface's
};

} // namespace vigie::gui
