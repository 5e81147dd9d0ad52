// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

/// Which rooms a room may use, itself included. The one copy of this table in code.
const QHash<QString, QStringList> &table()
{
    static const QStringList all{u"core"_s,     u"store"_s,   u"networks"_s, u"analysis"_s,   u"monitoring"_s,
                                 u"playbook"_s, u"incident"_s, u"reply"_s,    u"postmortem"_s, u"drill"_s,
                                 u"workspace"_s};
    static const QHash<QString, QStringList> rooms{
        {u"core"_s, {}},
        {u"store"_s, {u"core"_s}},
        {u"networks"_s, {u"core"_s}},
        {u"analysis"_s, {u"core"_s}},
        {u"monitoring"_s, {u"core"_s, u"store"_s, u"networks"_s, u"analysis"_s}},
        {u"playbook"_s, {u"core"_s, u"store"_s}},
        {u"incident"_s, {u"core"_s, u"store"_s, u"playbook"_s, u"monitoring"_s}},
        {u"reply"_s,
         {u"core"_s, u"store"_s, u"networks"_s, u"analysis"_s, u"monitoring"_s, u"playbook"_s, u"incident"_s}},
        {u"postmortem"_s,
         {u"core"_s, u"store"_s, u"monitoring"_s, u"incident"_s, u"reply"_s, u"playbook"_s}},
        {u"drill"_s, all.mid(0, 9)},
        {u"workspace"_s, all.mid(0, 10)},
        {u"gui"_s, all},
        {u"cli"_s, all},
        {u"app"_s, all + QStringList{u"gui"_s}},
    };
    return rooms;
}

} // namespace

class LayeringTest : public QObject
{
    Q_OBJECT

private slots:
    void everyIncludeFollowsTheArrows();
    void sqlStandsOnlyInRepositoriesAndTheStore();
};

void LayeringTest::everyIncludeFollowsTheArrows()
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s+\"([a-z]+)/[^\"]+\""_s,
                                            QRegularExpression::MultilineOption);
    const QString root = QStringLiteral(VIGIE_SOURCE_DIR "/src");
    QStringList broken;
    int files = 0;
    QDirIterator it(root, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QString room = path.mid(root.size() + 1).section(u'/', 0, 0);
        QVERIFY2(table().contains(room), qPrintable(room + u" is not a room of the house"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto match = include.globalMatch(text); match.hasNext();) {
            const QString used = match.next().captured(1);
            if (table().contains(used) && used != room && !table().value(room).contains(used))
                broken << u"%1 may not include %2/"_s.arg(path.mid(root.size() + 1), used);
        }
        ++files;
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    QVERIFY(files > 10);
}

void LayeringTest::sqlStandsOnlyInRepositoriesAndTheStore()
{
    static const QRegularExpression sql(u"\"\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM)\\s"_s);
    const QString root = QStringLiteral(VIGIE_SOURCE_DIR "/src");
    QStringList broken;
    QDirIterator it(root, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QString inside = path.mid(root.size() + 1);
        // The intake's two writers are the repository of what comes in by the thousand; a stored query is the repository's search.
        if (inside.startsWith(u"store/"_s) || inside == u"monitoring/intakewriter.cpp" || inside == u"monitoring/mentionwriter.cpp"
            || inside == u"monitoring/storedquery.cpp")
            continue;
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        if (sql.match(text).hasMatch() && !text.contains(u"Repository::"_s))
            broken << inside;
    }
    QVERIFY2(broken.isEmpty(), qPrintable(u"SQL stands in: "_s + broken.join(u", "_s)));
}

QTEST_APPLESS_MAIN(LayeringTest)
#include "tst_layering.moc"
