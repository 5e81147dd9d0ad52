// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/promisedialog.h"

#include "reply/promiseservice.h"
#include "store/database.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::gui
{

PromiseDialog::PromiseDialog(ReplyContext context, const reply::Reply &reply, QWidget *parent)
    : ActDialog(parent), m_context(std::move(context)), m_reply(reply)
{
    setWindowTitle(tr("Add a promise"));
    setIntroduction(tr("What somebody was told would happen. It stays in the list of open promises until it is kept or broken."));
    m_textEdit = makeTextEdit(3);
    m_textEdit->setObjectName(u"promiseTextEdit"_s);
    addField(tr("What was promised"), m_textEdit);
    m_toEdit = new QLineEdit(reply.recipient, this);
    addField(tr("To whom"), m_toEdit);
    const core::Format format = m_context.uiFormat();
    const QDateTime tomorrow = core::toUtc(m_context.database.clock().now() + 24h).toTimeZone(format.zone());
    m_dueCheck = new QCheckBox(tr("By"), this);
    m_dueCheck->setChecked(true);
    // The edit knows no zones: it shows the desk's wall clock.
    m_dueEdit = new QDateTimeEdit(QDateTime(tomorrow.date(), QTime(tomorrow.time().hour(), 0)), this);
    m_dueEdit->setCalendarPopup(true);
    m_dueEdit->setLocale(format.locale());
    m_dueEdit->setAccessibleName(tr("By when"));
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_dueCheck);
    layout->addWidget(m_dueEdit, 1);
    addWide(row);
    setAct(tr("Add the promise"));
    connect(m_dueCheck, &QCheckBox::toggled, m_dueEdit, &QWidget::setEnabled);
    connect(m_textEdit, &QPlainTextEdit::textChanged, this, [this] { check(); });
    check();
}

bool PromiseDialog::isComplete() const
{
    return !m_textEdit->toPlainText().trimmed().isEmpty();
}

void PromiseDialog::act()
{
    reply::Promise promise = {.incidentId = m_reply.incidentId,
                              .replyId = m_reply.id,
                              .mentionId = m_reply.mentionId,
                              .text = m_textEdit->toPlainText().trimmed(),
                              .promisedTo = m_toEdit->text().trimmed()};
    if (m_dueCheck->isChecked())
        promise.dueAt = core::instantFrom(QDateTime(m_dueEdit->date(), m_dueEdit->time(), m_context.uiFormat().zone()));
    finishWith(m_context.promises.add(m_context.actor(), promise));
}

} // namespace vigie::gui
