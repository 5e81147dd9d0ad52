// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/legalholdswitch.h"

#include "gui/common/widgets.h"
#include "gui/shell/page.h"
#include "monitoring/mentionservice.h"
#include "monitoring/tombstonerepository.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

LegalHoldSwitch::LegalHoldSwitch(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_box(new QCheckBox(this)), m_hint(new QLabel(this))
{
    m_box->setObjectName(u"legalHoldBox"_s);
    m_hint->setWordWrap(true);
    setTextRole(m_hint, TextRole::SmallMuted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kMedium, 0, 0);
    layout->setSpacing(space::kTiny);
    layout->addWidget(m_box);
    layout->addWidget(m_hint);
    connect(m_box, &QCheckBox::clicked, this, &LegalHoldSwitch::ask);
    m_box->setEnabled(false);
}

void LegalHoldSwitch::load()
{
    store::readAsync(
        m_desk.workspace().database(), this,
        [](const store::Connection &connection) { return monitoring::TombstoneRepository::isUnderLegalHold(connection); },
        [this](const Result<bool> &isHeld) {
            if (!isHeld)
                return m_desk.showError(tr("Could not read the settings."), isHeld.error());
            m_box->setEnabled(!m_desk.workspace().isReadOnly());
            show(*isHeld);
        });
}

void LegalHoldSwitch::show(bool isHeld)
{
    m_isHeld = isHeld;
    m_box->setChecked(isHeld);
}

void LegalHoldSwitch::ask()
{
    const bool wanted = !m_isHeld;
    m_box->setChecked(m_isHeld); // until it is so
    const QString text =
        wanted ? tr("From now on, the text of a post that is deleted on its network stays here, marked as deleted. Networks ask "
                    "for the opposite: hold only what a lawyer has asked for. What was removed before does not come back.")
               : tr("From now on, the text of a post that is deleted on its network is removed here as well. What the hold has "
                    "kept so far stays.");
    auto *question = new QMessageBox(QMessageBox::Question, wanted ? tr("Begin a legal hold") : tr("End the legal hold"),
                                     text + u"\n\n"_s + tr("This is written in the audit log, with your name."),
                                     QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *const button = question->addButton(wanted ? tr("Begin the hold") : tr("End the hold"), QMessageBox::AcceptRole);
    connect(button, &QPushButton::clicked, this, [this, wanted] { set(wanted); });
    question->open();
}

void LegalHoldSwitch::set(bool isHeld)
{
    workspace::Workspace &workspace = m_desk.workspace();
    store::whenDone(workspace.mentions().setLegalHold(workspace.actor(), isHeld), this, [this, isHeld](const Result<> &done) {
        if (!done)
            return m_desk.showError(tr("Could not change the legal hold."), done.error());
        show(isHeld);
        m_desk.showToast(isHeld ? tr("Legal hold: texts that are deleted on their network stay here.")
                                : tr("The legal hold has ended."));
    });
}

void LegalHoldSwitch::retranslate()
{
    m_box->setText(tr("Legal hold"));
    m_hint->setText(tr("Keeps the text of posts that are deleted on their network. Without it, their text and author are removed "
                       "here too, as the networks ask; evidence that somebody took stays in any case."));
    m_box->setAccessibleDescription(m_hint->text());
}

} // namespace vigie::gui
