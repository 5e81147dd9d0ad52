// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of the Watch page over N mentions: the program's own model, delegate, view, theme and store, against a plain
// QTableView with rows of the same height over N strings that are in memory already, in one run, both in 1200 x 800.
//
//   bench_watchlist [N = 1000000] [FOLDER]
//
// The first paint is counted from making the model to the end of the event that painted its rows: the first in the process,
// with nothing warm, and the median of those after it. A frame is one notch of the wheel and the repaint that follows.

#include "analysis/postjudge.h"
#include "bench/benchdatabase.h"
#include "bench/synthetic.h"
#include "gui/monitoring/mentiondelegate.h"
#include "gui/monitoring/mentionlistmodel.h"
#include "gui/monitoring/mentionview.h"
#include "gui/shell/theme.h"
#include "monitoring/intake.h"
#include "store/database.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QThreadPool>

#include <sqlite3.h>

#include <cstdio>
#include <memory>
#include <random>

using namespace Qt::StringLiterals;
using namespace vigie;

namespace
{

constexpr QSize kWindow(1200, 800);
constexpr int kNotch = 120; // pixels: three lines of text, one and a half mentions
constexpr int kFrames = 600;
constexpr int kJumps = 100;
constexpr int kPaints = 7;
constexpr int kArriving = 100;

/// Wall and processor milliseconds of this thread, of many tries.
struct Times {
    std::vector<double> wall = {};
    std::vector<double> cpu = {};
    void add(const bench::Stopwatch &watch)
    {
        wall.push_back(watch.wall() * 1000);
        cpu.push_back(watch.cpu() * 1000);
    }
};

/// Counts the paints of a viewport.
class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QWidget *viewport) { viewport->installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }
    /// Lets events happen until the viewport has been painted once more.
    void wait()
    {
        for (const int before = m_count; m_count == before;)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_count = 0;
};

/// Strings in memory, newest first; those that arrive are put at the top. Held oldest first, as MentionListModel holds its ids.
class StringModel : public QAbstractTableModel
{
public:
    explicit StringModel(std::vector<QString> oldestFirst) : m_texts(std::move(oldestFirst)) {}
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_texts.size()); }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_texts[m_texts.size() - 1 - std::size_t(index.row())]) : QVariant();
    }
    void arrive(int count)
    {
        beginInsertRows({}, 0, count - 1);
        m_texts.insert(m_texts.end(), std::size_t(count), u"Something that has just been said."_s);
        endInsertRows();
    }

private:
    std::vector<QString> m_texts;
};

/// One list in its window, made and painted anew at each call.
struct Ours {
    store::Database &database;
    std::unique_ptr<gui::MentionListModel> model = {};
    std::unique_ptr<gui::MentionView> view = {};

    QTableView &show()
    {
        view.reset();
        model = std::make_unique<gui::MentionListModel>(database);
        const core::Format format(core::Language::French, QTimeZone::utc());
        model->setFormat(format);
        view = std::make_unique<gui::MentionView>();
        auto *delegate = new gui::MentionDelegate([shown = model.get()](int row) { return shown->mention(row); }, database.clock(), view.get());
        delegate->setFormat(format);
        view->setItemDelegate(delegate);
        view->setRowHeight(gui::MentionDelegate::cardHeight());
        view->setModel(model.get());
        model->setFilter({}, {.status = monitoring::Status::New});
        return *view;
    }
    /// The whole list of ids. Gives how long this thread was busy with it.
    double complete() const
    {
        const bench::Stopwatch watch;
        while (!model->isComplete())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return watch.cpu() * 1000;
    }
};

struct Plain {
    StringModel &model;
    std::unique_ptr<QTableView> view = {};

    QTableView &show()
    {
        view = std::make_unique<QTableView>();
        view->horizontalHeader()->hide();
        view->verticalHeader()->hide();
        view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
        view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        view->verticalHeader()->setDefaultSectionSize(gui::MentionDelegate::cardHeight());
        view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        view->setShowGrid(false);
        view->setModel(&model);
        return *view;
    }
};

template <typename List>
void paintFirst(List &list, Times &times)
{
    const bench::Stopwatch watch;
    QTableView &view = list.show();
    PaintCounter paints(view.viewport());
    view.resize(kWindow);
    view.show();
    paints.wait();
    times.add(watch);
}

template <typename NextValue>
Times scroll(QTableView &view, int frames, NextValue nextValue)
{
    Times times;
    PaintCounter paints(view.viewport());
    for (int i = 0; i < frames; ++i) {
        const bench::Stopwatch watch;
        view.verticalScrollBar()->setValue(nextValue());
        paints.wait();
        times.add(watch);
    }
    return times;
}

Times scrollFrames(QTableView &view)
{
    view.verticalScrollBar()->setValue(0);
    return scroll(view, kFrames, [bar = view.verticalScrollBar()] { return bar->value() + kNotch; });
}

Times jumps(QTableView &view)
{
    return scroll(view, kJumps, [bar = view.verticalScrollBar(), random = std::mt19937(7)]() mutable {
        return int(std::uniform_int_distribution<int>(0, bar->maximum())(random));
    });
}

/// Posts go in through the program's entrance; counted is what this thread does from the announcement of the rows to their paint.
Times arrive(store::Database &database, Ours &list)
{
    const auto judge = analysis::PostJudge::shipped();
    if (!judge)
        qFatal("%s", qPrintable(judge.error().toString()));
    monitoring::Intake entrance(database, *judge);
    list.view->scrollToTop();
    QApplication::processEvents();
    const core::Instant newest = core::instantFromMillis(list.model->idAt(0).value >> monitoring::kMentionIdShift);
    bench::SyntheticPosts posts(newest, std::chrono::seconds(1), unsigned(newest.time_since_epoch().count()));
    monitoring::IntakeBatch batch;
    for (int i = 0; i < kArriving; ++i) {
        batch.posts.push_back(posts.next());
        batch.posts.back().remoteId += u"-%1"_s.arg(core::toMillis(newest)); // known to no earlier run on this file
    }
    std::optional<bench::Stopwatch> watch;
    QObject::connect(list.model.get(), &QAbstractItemModel::rowsAboutToBeInserted, list.view.get(), [&watch] { watch.emplace(); });
    PaintCounter paints(list.view->viewport());
    const int rows = list.model->rowCount();
    const auto accepted = entrance.accept(std::move(batch));
    while (list.model->rowCount() == rows)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (paints.count() == 0)
        paints.wait();
    Times times;
    times.add(*watch);
    if (!accepted.result() || list.model->rowCount() != rows + kArriving)
        qFatal("%d rows arrived", list.model->rowCount() - rows);
    return times;
}

Times arrive(Plain &list)
{
    list.view->scrollToTop();
    QApplication::processEvents();
    PaintCounter paints(list.view->viewport());
    const bench::Stopwatch watch;
    list.model.arrive(kArriving);
    paints.wait();
    Times times;
    times.add(watch);
    return times;
}

std::vector<QString> allTexts(const QString &path)
{
    std::vector<QString> texts;
    sqlite3 *db = nullptr;
    sqlite3_stmt *statement = nullptr;
    sqlite3_open_v2(path.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr);
    if (sqlite3_prepare_v2(db, "SELECT text FROM mentions ORDER BY id", -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(db));
    while (sqlite3_step(statement) == SQLITE_ROW)
        texts.push_back(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0))));
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return texts;
}

struct Figures {
    Times paints = {};
    Times frames = {};
    Times jumps = {};
    Times arrival = {};
    int rows = 0;
};

void print(const char *list, const Figures &figures, const char *rest)
{
    const auto &[paints, frames, jumped, arrival, rows] = figures;
    const auto later = [](const std::vector<double> &times) { return bench::median({times.begin() + 1, times.end()}); };
    std::printf("{\"bench\":\"watchlist\",\"list\":\"%s\",\"rows\":%d,\"first_paint_ms\":%.1f,\"first_paint_cpu_ms\":%.1f,"
                "\"later_paint_ms\":%.1f,\"later_paint_cpu_ms\":%.1f,\"frame_ms\":%.2f,\"frame_p95_ms\":%.2f,\"frame_max_ms\":%.2f,"
                "\"frame_cpu_ms\":%.2f,\"frame_p95_cpu_ms\":%.2f,\"jump_ms\":%.2f,\"jump_cpu_ms\":%.2f,\"insert_100_ms\":%.1f,"
                "\"insert_100_cpu_ms\":%.1f%s}\n",
                list, rows, paints.wall.front(), paints.cpu.front(), later(paints.wall), later(paints.cpu), bench::median(frames.wall),
                bench::percentile(frames.wall, 0.95), bench::percentile(frames.wall, 1), bench::median(frames.cpu),
                bench::percentile(frames.cpu, 0.95), bench::median(jumped.wall), bench::median(jumped.cpu), arrival.wall.front(),
                arrival.cpu.front(), rest);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    gui::Theme theme(application);
    const QString path = bench::sharedDatabase(bench::readArguments(QCoreApplication::arguments()));
    const core::SystemClock clock;
    const auto opened = store::Database::open(path, clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));

    Figures ours;
    Ours list{.database = **opened};
    paintFirst(list, ours.paints);
    const double completing = list.complete();
    ours.frames = scrollFrames(*list.view);
    ours.jumps = jumps(*list.view);
    ours.arrival = arrive(**opened, list);
    ours.rows = list.model->rowCount();
    const double resident = bench::memory(); // before the reference fills the memory with its strings
    const double peak = bench::peakMemory();

    StringModel strings(allTexts(path));
    Figures plain;
    Plain reference{.model = strings};
    for (int i = 0; i < kPaints; ++i) {
        paintFirst(reference, plain.paints);
        paintFirst(list, ours.paints);
    }
    list.view.reset();
    plain.frames = scrollFrames(*reference.view);
    plain.jumps = jumps(*reference.view);
    plain.arrival = arrive(reference);
    plain.rows = strings.rowCount();

    print("vigie", ours,
          qPrintable(u",\"all_ids_cpu_ms\":%1,\"memory_mb\":%2,\"peak_mb\":%3,\"goal_first_paint_ms\":60,\"goal_frame_p95_ms\":4"_s
                         .arg(completing, 0, 'f', 1).arg(resident, 0, 'f', 0).arg(peak, 0, 'f', 0)));
    print("plain QTableView over strings", plain, "");
    reference.view.reset();
    QThreadPool::globalInstance()->waitForDone();
    return 0;
}
