// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/readingdialog.h"

#include "gui/shell/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

ReadingDialog::ReadingDialog(QSize size, QWidget *parent)
    : QDialog(parent)
    , m_scroll(new QScrollArea(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    constexpr double kShareOfScreen = 0.85;
    setAttribute(Qt::WA_DeleteOnClose);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_buttons->setContentsMargins(space::kHuge, space::kMedium, space::kHuge, space::kLarge);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_buttons);
    const int most = int(screen()->availableGeometry().height() * kShareOfScreen);
    resize(qRound(size.width() * textScale()), std::min(qRound(size.height() * textScale()), most));
}

QVBoxLayout *ReadingDialog::newColumn()
{
    auto *contents = new QWidget;
    contents->setObjectName(u"scrollContents"_s);
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kLarge);
    column->setSpacing(0);
    m_scroll->setWidget(contents); // the one before is deleted
    return column;
}

void ReadingDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowTitleChange)
        m_scroll->setAccessibleName(windowTitle());
    QDialog::changeEvent(event);
}

} // namespace vigie::gui
