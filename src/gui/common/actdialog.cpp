// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/actdialog.h"

#include "gui/common/errortext.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{
constexpr int kWidth = 480;
}

ActDialog::ActDialog(QWidget *parent)
    : QDialog(parent)
    , m_scrollArea(new QScrollArea(this))
    , m_fields(nullptr)
    , m_introduction(new QLabel(this))
    , m_error(new QLabel(this))
    , m_buttons(new QDialogButtonBox(this))
    , m_actButton(m_buttons->addButton(QString(), QDialogButtonBox::AcceptRole))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(qRound(kWidth * textScale()));
    setTextRole(m_introduction, TextRole::Muted);
    m_introduction->setWordWrap(true);
    m_introduction->hide();
    setTextRole(m_error, TextRole::Negative);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText); // it may repeat what a network says
    m_error->hide();
    auto *cancel = m_buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setIcon({});
    m_actButton->setDefault(true);

    auto *contents = new QWidget(m_scrollArea);
    contents->setObjectName(u"scrollContents"_s);
    m_fields = new QVBoxLayout(contents);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setSpacing(space::kTiny);
    m_scrollArea->setWidget(contents);
    m_scrollArea->setWidgetResizable(true);
    m_scrollArea->setFrameShape(QFrame::NoFrame);
    m_scrollArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scrollArea->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kHuge, space::kLarge, space::kHuge, space::kLarge);
    layout->setSpacing(space::kMedium);
    layout->addWidget(m_introduction);
    layout->addWidget(m_scrollArea, 1);
    layout->addWidget(m_error);
    layout->addWidget(m_buttons);

    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!m_isWaiting && isComplete())
            act();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(shortcut, &QShortcut::activated, m_actButton, &QPushButton::click);
}

void ActDialog::fitHeight()
{
    // As wide as the widest field needs: there is no scrolling to the side. What has just changed is told upwards first.
    const auto parts = m_scrollArea->widget()->findChildren<QWidget *>();
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if ((*part)->layout())
            (*part)->layout()->activate();
    }
    const int needed = m_scrollArea->widget()->minimumSizeHint().width() + 2 * space::kHuge;
    setMinimumWidth(std::min(std::max(minimumWidth(), needed), screen()->availableGeometry().width()));
    // As high as the fields are at this width, as far as the screen allows; a layout with broken lines does not ask for it.
    constexpr double kShareOfScreen = 0.85; // a window manager adds a title
    const int inside = minimumWidth() - 2 * space::kHuge;
    const int wanted = m_fields->hasHeightForWidth() ? m_fields->heightForWidth(inside) : m_fields->sizeHint().height();
    const int most = int(screen()->availableGeometry().height() * kShareOfScreen);
    const auto heightNow = [this] {
        return layout()->hasHeightForWidth() ? layout()->heightForWidth(minimumWidth()) : sizeHint().height();
    };
    m_scrollArea->setMinimumHeight(wanted);
    const int tooHigh = std::max(0, heightNow() - most); // the buttons stay on the screen: the fields scroll
    constexpr int kTwoFields = 120;
    m_scrollArea->setMinimumHeight(std::max(std::min(wanted, kTwoFields), wanted - tooHigh));
    const int height = std::min(heightNow(), std::max(most, minimumSizeHint().height()));
    resize(minimumWidth(), isVisible() ? std::max(height, this->height()) : height);
}

void ActDialog::showEvent(QShowEvent *event)
{
    fitHeight();
    QDialog::showEvent(event);
    orderTabs();
    focusFirstField();
}

/// As they are read: Qt's own order is that in which the fields were made.
void ActDialog::orderTabs()
{
    QWidget *last = nullptr;
    for (QWidget *field : m_scrollArea->widget()->findChildren<QWidget *>()) {
        if ((field->focusPolicy() & Qt::TabFocus) == 0 || field->focusProxy())
            continue;
        if (last)
            setTabOrder(last, field);
        last = field;
    }
}

void ActDialog::focusFirstField()
{
    const QWidget *fields = m_scrollArea->widget();
    if (focusWidget() && fields->isAncestorOf(focusWidget()))
        return; // the dialog has chosen
    for (QWidget *field : fields->findChildren<QWidget *>()) {
        if ((field->focusPolicy() & Qt::TabFocus) != 0 && field->isEnabled() && field->isVisibleTo(this)) {
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void ActDialog::setIntroduction(const QString &text)
{
    m_introduction->setText(text);
    m_introduction->setVisible(!text.isEmpty());
}

void ActDialog::setAct(const QString &text, ButtonKind kind)
{
    m_actButton->setText(text);
    setButtonKind(m_actButton, kind);
}

QLabel *ActDialog::addField(const QString &label, QWidget *field, const QString &hint)
{
    auto *caption = new QLabel(label, this);
    setTextRole(caption, TextRole::Strong);
    caption->setBuddy(field);
    field->setAccessibleName(QString(label).remove(u'&'));
    // The keyboard may land on a part of the field: it is that part which speaks. A button says its own words.
    if (QWidget *part = field->focusProxy(); part && !qobject_cast<QAbstractButton *>(part))
        part->setAccessibleName(field->accessibleName());
    auto *group = new QWidget(this); // one thing, so that it can be shown and hidden with its label and its hint
    auto *layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, m_fields->count() > 0 ? space::kSmall : 0, 0, 0);
    layout->setSpacing(space::kTiny);
    layout->addWidget(caption);
    layout->addWidget(field);
    if (!hint.isEmpty()) {
        auto *below = new QLabel(hint, group);
        setTextRole(below, TextRole::SmallMuted);
        below->setWordWrap(true);
        layout->addWidget(below);
        field->setAccessibleDescription(hint);
    }
    m_fields->addWidget(group);
    return caption;
}

void ActDialog::setFieldVisible(QWidget *field, bool isVisible)
{
    field->parentWidget()->setVisible(isVisible);
}

void ActDialog::addWide(QWidget *widget)
{
    if (m_fields->count() > 0)
        m_fields->addSpacing(space::kTiny);
    m_fields->addWidget(widget);
}

QPlainTextEdit *ActDialog::makeTextEdit(int lines)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 2 * space::kMedium);
    connect(edit, &QPlainTextEdit::textChanged, this, &ActDialog::check);
    return edit;
}

void ActDialog::setErrorText(const QString &text)
{
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
    if (isVisible() && !text.isEmpty())
        fitHeight(); // what it says must not lie over the last field
}

void ActDialog::check()
{
    m_actButton->setEnabled(!m_isWaiting && isComplete());
}

void ActDialog::setWaiting(bool waits)
{
    m_isWaiting = waits;
    if (waits)
        setErrorText({});
    check();
}

void ActDialog::showFailure(const Error &error)
{
    setErrorText(failureSentence(error));
}

QString ActDialog::failureSentence(const Error &error) const
{
    return errorText(error).toString();
}

} // namespace vigie::gui
