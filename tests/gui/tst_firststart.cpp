// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/deskfortests.h"

#include "gui/settings/firststart.h"
#include "gui/shell/theme.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/watchquery.h"
#include "monitoring/watchrepository.h"
#include "monitoring/watchservice.h"
#include "playbook/personrepository.h"
#include "playbook/playbookservice.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::gui;

class FirstStartTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init();
    void cleanup();
    void threeStepsFillTheDesk();
    void nothingIsWrittenWhenItIsSkipped();
    void theDrillNeedsNothingElse();
    void aFeedNeedsAnAddress();
    void theBrandIsTheFirstWordUntilAnotherIsWritten();
    void wordsBecomeAQuery_data();
    void wordsBecomeAQuery();
    void itIsForAnEmptyDatabaseOnly();

private:
    [[nodiscard]] QPushButton *button(const QString &text) const;
    [[nodiscard]] QWidget *field(const QString &name) const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DeskForTests> m_desk;
    QPointer<FirstStart> m_dialog;
    int m_samples = 0;
};

void FirstStartTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto workspace = workspace::Workspace::open({.path = m_folder->filePath(u"desk.db"_s), .operatorName = u"ana"_s});
    QVERIFY(workspace);
    QVERIFY((*workspace)->playbooks().installShipped().result().has_value());
    m_desk = std::make_unique<DeskForTests>(std::move(*workspace));
    m_samples = 0;
    m_dialog = new FirstStart(*m_desk, [this] { ++m_samples; }, nullptr);
    QSignalSpy rolesRead(m_dialog, &FirstStart::rolesRead);
    m_dialog->open();
    QVERIFY(rolesRead.wait());
}

void FirstStartTest::cleanup()
{
    delete m_dialog;
    QVERIFY2(m_desk->errors.isEmpty(), qPrintable(m_desk->errors.join(u'\n')));
    m_desk.reset();
    m_folder.reset();
}

QPushButton *FirstStartTest::button(const QString &text) const
{
    for (QPushButton *found : m_dialog->findChildren<QPushButton *>()) {
        if (found->text() == text && found->isVisible())
            return found;
    }
    return nullptr;
}

QWidget *FirstStartTest::field(const QString &name) const
{
    for (QWidget *found : m_dialog->findChildren<QWidget *>()) {
        if (found->accessibleName() == name)
            return found;
    }
    return nullptr;
}

void FirstStartTest::threeStepsFillTheDesk()
{
    static_cast<QLineEdit *>(field(u"Brand"_s))->setText(u"Ondine"_s);
    static_cast<QPlainTextEdit *>(field(u"Words to watch"_s))->setPlainText(u"Ondine\nbiberon Ondine"_s);
    button(u"Continue"_s)->click();
    auto *feed = static_cast<QLineEdit *>(field(u"Address of the feed"_s));
    feed->setText(u"https://forum.example/parents.rss"_s);
    emit feed->textEdited(feed->text());
    button(u"Continue"_s)->click();
    static_cast<QLineEdit *>(field(u"Your name"_s))->setText(u"Zoé Martin"_s);
    auto *role = static_cast<QComboBox *>(field(u"Your role"_s));
    QVERIFY(role->count() > 1);
    role->setCurrentIndex(1);
    const QString key = role->currentData().toString();
    QSignalSpy settled(m_dialog, &FirstStart::settled);
    button(u"Set up the desk"_s)->click();
    QVERIFY(settled.wait());

    workspace::Workspace &workspace = m_desk->workspace();
    QTRY_COMPARE(workspace.profile().brand, u"Ondine"_s);
    QCOMPARE(workspace.actor(), u"Zoé Martin"_s);
    const auto watches = monitoring::WatchRepository::list(workspace.reader(), {});
    QVERIFY(watches);
    QCOMPARE(watches->size(), std::size_t(1));
    QCOMPARE(watches->front().name, u"Ondine"_s);
    QCOMPARE(watches->front().query, u"Ondine OR \"biberon Ondine\""_s);
    const auto sources = monitoring::SourceRepository::list(workspace.reader());
    QVERIFY(sources);
    QCOMPARE(sources->size(), std::size_t(1));
    QCOMPARE(sources->front().url, u"https://forum.example/parents.rss"_s);
    const auto people = playbook::PersonRepository::list(workspace.reader());
    QVERIFY(people);
    QCOMPARE(people->size(), std::size_t(1));
    QCOMPARE(people->front().roles, QStringList{key});
    QCOMPARE(m_samples, 0);
}

void FirstStartTest::nothingIsWrittenWhenItIsSkipped()
{
    static_cast<QLineEdit *>(field(u"Brand"_s))->setText(u"Ondine"_s);
    button(u"Skip"_s)->click();
    QVERIFY(!m_dialog || !m_dialog->isVisible());
    const auto isNew = FirstStart::isForThis(m_desk->workspace().reader());
    QVERIFY(isNew);
    QVERIFY(*isNew);
    QCOMPARE(m_samples, 0);
}

void FirstStartTest::theDrillNeedsNothingElse()
{
    button(u"Try the drill"_s)->click();
    QCOMPARE(m_samples, 1);
    QVERIFY(!m_dialog || !m_dialog->isVisible());
}

void FirstStartTest::aFeedNeedsAnAddress()
{
    button(u"Continue"_s)->click();
    QVERIFY(!button(u"Continue"_s)->isEnabled());
    auto *feed = static_cast<QLineEdit *>(field(u"Address of the feed"_s));
    feed->setText(u"javascript:alert(1)"_s);
    emit feed->textEdited(feed->text());
    QVERIFY(!button(u"Continue"_s)->isEnabled());
    for (QRadioButton *choice : m_dialog->findChildren<QRadioButton *>()) {
        if (choice->text() == u"&Later"_s)
            choice->click();
    }
    QVERIFY(button(u"Continue"_s)->isEnabled());
    button(u"Back"_s)->click();
    QVERIFY(field(u"Brand"_s)->isVisible());
}

void FirstStartTest::theBrandIsTheFirstWordUntilAnotherIsWritten()
{
    QTest::keyClicks(field(u"Brand"_s), u"Lys"_s);
    auto *words = static_cast<QPlainTextEdit *>(field(u"Words to watch"_s));
    QCOMPARE(words->toPlainText(), u"Lys"_s);
    words->setPlainText(u"lys, lys noir"_s);
    QTest::keyClicks(field(u"Brand"_s), u" & Co"_s);
    QCOMPARE(words->toPlainText(), u"lys, lys noir"_s);
}

void FirstStartTest::wordsBecomeAQuery_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("query");
    QTest::newRow("nothing") << u" \n , "_s << QString();
    QTest::newRow("one") << u"Ondine"_s << u"Ondine"_s;
    QTest::newRow("lines and commas") << u"Ondine\nlys, lys noir;#ondine"_s << u"Ondine OR lys OR \"lys noir\" OR #ondine"_s;
    QTest::newRow("the same twice") << u"a1\na1"_s << u"a1"_s;
    QTest::newRow("an operator is a word") << u"NOT"_s << u"\"NOT\""_s;
    QTest::newRow("signs are quoted") << u"lang:fr (x) -y \"z\""_s << u"\"lang:fr (x) -y z\""_s;
    QTest::newRow("every ending") << u"rembours*"_s << u"rembours*"_s;
}

void FirstStartTest::wordsBecomeAQuery()
{
    QFETCH(QString, words);
    QFETCH(QString, query);
    QCOMPARE(FirstStart::queryFor(words), query);
    QVERIFY(query.isEmpty() || monitoring::WatchQuery::parse(query));
}

void FirstStartTest::itIsForAnEmptyDatabaseOnly()
{
    workspace::Workspace &workspace = m_desk->workspace();
    const auto before = FirstStart::isForThis(workspace.reader());
    QVERIFY(before && *before);
    QVERIFY(workspace.watches().add(u"ana"_s, {.name = u"All"_s, .query = u"*"_s}).result().has_value());
    const auto after = FirstStart::isForThis(workspace.reader());
    QVERIFY(after && !*after);
}

QTEST_MAIN(FirstStartTest)
#include "tst_firststart.moc"
