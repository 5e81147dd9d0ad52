// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/commandpalette.h"

#include "gui/common/fuzzy.h"
#include "gui/common/icons.h"
#include "gui/shell/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kWidth = 560;
constexpr int kRowHeight = 32;
constexpr int kRowsShown = 10;

enum Role { PathRole = Qt::UserRole + 1, ShortcutRole, IndexRole };

class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Scheme scheme = schemeOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(color(Token::Selection, scheme));
            painter->drawRoundedRect(option.rect, space::kRadius, space::kRadius);
        }
        QRect row = option.rect.adjusted(space::kMedium, 0, -space::kMedium, 0);
        const auto image = index.data(Qt::DecorationRole).value<QIcon>();
        const int side = qRound(16 * textScale());
        image.paint(painter, QRect(row.left(), row.center().y() - side / 2, side, side));
        row.setLeft(row.left() + side + space::kMedium);
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(color(Token::Muted, scheme));
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight, index.data(ShortcutRole).toString());
        const int right = painter->fontMetrics().horizontalAdvance(index.data(ShortcutRole).toString());
        row.setRight(row.right() - right - space::kMedium);
        painter->setFont(textFont(TextSize::Body));
        painter->setPen(color(Token::Text, scheme));
        const QString name = index.data(Qt::DisplayRole).toString();
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignLeft, painter->fontMetrics().elidedText(name, Qt::ElideRight, row.width()));
        row.setLeft(row.left() + painter->fontMetrics().horizontalAdvance(name) + space::kMedium);
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(color(Token::Muted, scheme));
        if (row.width() > 0) {
            painter->drawText(row, Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(index.data(PathRole).toString(), Qt::ElideRight, row.width()));
        }
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, qRound(kRowHeight * textScale())};
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QDialog(parent, Qt::Popup)
    , m_field(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CommandDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A dialog draws no border of its own: the panel in it does.
    auto *panel = new QWidget(this);
    setPanel(panel, Qt::TopEdge | Qt::LeftEdge | Qt::RightEdge | Qt::BottomEdge);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_field);
    layout->addWidget(m_view);
    m_field->addAction(icon(u"search"_s, Token::Muted), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textEdited, this, &CommandPalette::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_view, &QListView::clicked, this, &CommandPalette::run);
}

void CommandPalette::setCommands(QList<Command> commands)
{
    m_commands = std::move(commands);
}

void CommandPalette::popUp()
{
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->setAccessibleName(tr("Search all commands"));
    m_view->setAccessibleName(tr("Commands"));
    setWindowTitle(tr("Command palette"));
    m_field->clear();
    const QWidget *window = parentWidget()->window();
    const int width = std::min(qRound(kWidth * textScale()), window->width() - space::kVast);
    setFixedWidth(width);
    filter({});
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, window->height() / 10)));
    show();
    m_field->setFocus();
}

void CommandPalette::filter(const QString &typed)
{
    std::vector<std::pair<int, int>> hits; // score, index
    for (int i = 0; i < m_commands.size(); ++i) {
        const Command &command = m_commands.at(i);
        if (!command.action || !command.action->isEnabled())
            continue;
        const auto byName = fuzzyScore(typed, command.name);
        const auto byPath = byName ? byName : fuzzyScore(typed, command.path + u' ' + command.name);
        if (byPath)
            hits.emplace_back(byName.value_or(*byPath / 2), i);
    }
    std::ranges::stable_sort(hits, std::ranges::greater{}, &std::pair<int, int>::first);
    m_model->clear();
    for (const auto &[score, index] : hits) {
        const Command &command = m_commands.at(index);
        auto *item = new QStandardItem(command.action->icon(), command.name);
        item->setData(command.path, PathRole);
        item->setData(command.shortcut.toString(QKeySequence::NativeText), ShortcutRole);
        item->setData(index, IndexRole);
        item->setData(command.path.isEmpty() ? command.name : command.name + u", "_s + command.path, Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_view->setCurrentIndex(m_model->index(0, 0));
    const int rows = std::clamp(m_model->rowCount(), 1, kRowsShown);
    m_view->setFixedHeight(rows * qRound(kRowHeight * textScale()));
    m_view->parentWidget()->layout()->activate(); // else the size is that of the rows before
    layout()->activate();
    adjustSize();
}

void CommandPalette::run()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    const QPointer<QAction> action = m_commands.at(current.data(IndexRole).toInt()).action;
    hide(); // first: the act may open a dialog of its own
    if (action)
        action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int rows = m_model->rowCount();
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && rows > 0) {
            const int row = (m_view->currentIndex().row() + step + rows) % rows;
            m_view->setCurrentIndex(m_model->index(row, 0));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace vigie::gui
