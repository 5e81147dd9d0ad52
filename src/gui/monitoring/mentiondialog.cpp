// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/mentiondialog.h"

#include "monitoring/mentionservice.h"
#include "networks/capabilities.h"
#include "workspace/workspace.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

MentionDialog::MentionDialog(Desk &desk, QWidget *parent)
    : ActDialog(parent)
    , m_desk(desk)
    , m_networkBox(new QComboBox(this))
    , m_addressEdit(new QLineEdit(this))
    , m_authorEdit(new QLineEdit(this))
    , m_textEdit(makeTextEdit(5))
    , m_whenEdit(new QDateTimeEdit(this))
{
    const core::Format format = desk.workspace().format();
    setWindowTitle(tr("Add a mention by hand"));
    setIntroduction(tr("For what no source brings: a screenshot, a letter, a closed group, a call. It is judged and counted like any "
                       "other, and keeps your name as who entered it."));
    setAct(tr("Add the mention"));
    //: Where a mention was made, when it is none of the networks of the list: a letter, a call, a shop
    m_networkBox->addItem(tr("Elsewhere"), u"manual"_s);
    for (const QString &network : networks::knownNetworks()) {
        if (m_networkBox->findData(network) < 0)
            m_networkBox->addItem(networks::networkName(network), network);
    }
    m_addressEdit->setPlaceholderText(u"https://"_s);
    // The editor knows no zone but the computer's: it is given the hands of the desk's clock and read back the same way.
    const QDateTime now = core::toUtc(desk.workspace().clock().now()).toTimeZone(format.zone());
    m_whenEdit->setLocale(format.locale());
    m_whenEdit->setDisplayFormat(format.locale().dateFormat(QLocale::ShortFormat) + u' ' + format.locale().timeFormat(QLocale::ShortFormat));
    m_whenEdit->setCalendarPopup(true);
    m_whenEdit->setDateTime(QDateTime(now.date(), now.time()));
    m_whenEdit->setMaximumDateTime(QDateTime(now.date(), QTime(23, 59)));

    addField(tr("&Text"), m_textEdit);
    addField(tr("&Author"), m_authorEdit, tr("A name or a handle. May stay empty."));
    addField(tr("A&ddress"), m_addressEdit, tr("The link to the post, where there is one: it lets you answer there."));
    addField(tr("&Network"), m_networkBox);
    //: %1 is a time zone
    addField(tr("&When (%1)").arg(now.timeZoneAbbreviation()), m_whenEdit);
    connect(m_addressEdit, &QLineEdit::textChanged, this, &MentionDialog::followAddress);
    check();
    m_textEdit->setFocus();
}

// A link names its network: one thing less to choose.
void MentionDialog::followAddress()
{
    const QString host = u'.' + QUrl(m_addressEdit->text().trimmed()).host().toLower();
    for (int i = 0; i < m_networkBox->count(); ++i) {
        const QString key = m_networkBox->itemData(i).toString();
        if (host.endsWith(u".%1.com"_s.arg(key)) || (key == u"bluesky" && host.endsWith(u".bsky.app")))
            m_networkBox->setCurrentIndex(i);
    }
    setErrorText(hasUsableAddress() ? QString() : tr("The address must begin with http:// or https://."));
    check();
}

bool MentionDialog::hasUsableAddress() const
{
    const QString address = m_addressEdit->text().trimmed();
    return address.isEmpty() || networks::postUrlIsOpenable(address);
}

bool MentionDialog::isComplete() const
{
    return !m_textEdit->toPlainText().trimmed().isEmpty() && hasUsableAddress();
}

networks::Post MentionDialog::post() const
{
    const QString author = m_authorEdit->text().trimmed();
    const QDateTime shown = m_whenEdit->dateTime();
    const QDateTime when(shown.date(), shown.time(), m_desk.workspace().format().zone());
    networks::Post post;
    post.network = m_networkBox->currentData().toString();
    post.url = m_addressEdit->text().trimmed();
    (author.startsWith(u'@') ? post.author.handle : post.author.name) = author;
    post.text = m_textEdit->toPlainText();
    post.postedAt = std::min(core::instantFromMillis(when.toMSecsSinceEpoch()), m_desk.workspace().clock().now());
    return post;
}

void MentionDialog::act()
{
    workspace::Workspace &workspace = m_desk.workspace();
    finishWith(workspace.mentions().addByHand(workspace.actor(), post()), [this](const Result<core::MentionId> &mention) {
        m_desk.showToast(tr("The mention was added."));
        emit added(*mention);
    });
}

} // namespace vigie::gui
