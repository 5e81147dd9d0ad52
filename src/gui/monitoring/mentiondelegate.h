// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "gui/common/painting.h"
#include "monitoring/mention.h"

#include <QStyledItemDelegate>

#include <functional>

namespace vigie::gui
{

/// Paints a mention as a card of fixed height: who, where, when; tone and risk in words; two lines of text.
class MentionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Lookup = std::function<const monitoring::Mention *(int row)>;

    MentionDelegate(Lookup lookup, const core::Clock &clock, QObject *parent = nullptr);
    void setFormat(const core::Format &format);
    void setShowsStatus(bool shows) { m_showsStatus = shows; } ///< where a list holds more than one status

    [[nodiscard]] static int cardHeight();
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option) const;
    /// Gives the x where the badges begin.
    double paintBadges(QPainter *painter, const QRectF &line, const monitoring::Mention &mention, Scheme scheme) const;
    void paintAuthor(QPainter *painter, const QRectF &line, const monitoring::Mention &mention, Scheme scheme) const;

    Lookup m_lookup;
    const core::Clock &m_clock;
    core::Format m_format;
    bool m_showsStatus = false;
};

} // namespace vigie::gui
