// SPDX-License-Identifier: GPL-3.0-or-later
//
// A feed of N entries, served on loopback, taken in by the programs themselves:
//   collect  vigiectl collect on a new database, with five watches and everything on (parsing, language, tonality, risks,
//            near-duplicates, detection, full text, audit): wall time and peak memory beside "newsboat -x reload" of the same
//            feed in the same run, each the median of three, in turn
//   gui      vigie collecting the same feed with its window open: the longest time the GUI thread was blocked meanwhile, and
//            the longest without what it waited, ready to run, for a processor, which is the machine's doing when it is busy
//
//   bench_feed [N = 100000 [collect | gui]]
//
// On a machine where others work, too: chrt -r 10 for collect, so that both programs have the processors to themselves; for gui
// nice -n -15, not a real-time class, in which a thread that works is not interrupted for the one that paints.
//
// Peak memory is what the kernel tells of the ended program (ru_maxrss). A child begins with the peak of the program that
// started it, so this one stays small: the feed lies in a file.

#include "bench/benchdatabase.h"
#include "bench/synthetic.h"
#include "monitoring/sourceservice.h"
#include "store/database.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;

namespace
{

constexpr int kRuns = 3;
constexpr double kPatience = 600; // seconds

qint64 writeFeed(const QString &path, int count)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
               "<title>Revue de presse</title><id>tag:presse.example,2026:feed</id><updated>2026-01-31T08:00:00Z</updated>\n");
    const auto step = 20s;
    bench::SyntheticPosts posts(core::SystemClock().now() - step * (count + 1), step);
    for (int i = 0; i < count; ++i) {
        const networks::Post post = posts.next();
        const QString text = post.text.toHtmlEscaped();
        file.write(u"<entry><title>%1</title><link href=\"%2\"/><id>tag:presse.example,2026:%3</id><updated>%4</updated>"
                   "<author><name>%5</name></author><content type=\"html\">&lt;p&gt;%6&lt;/p&gt;</content></entry>\n"_s
                       .arg(text.left(40).section(u'&', 0, 0), post.url, post.remoteId, core::toIso(post.postedAt), post.author.name, text)
                       .toUtf8());
    }
    file.write("</feed>\n");
    return file.size();
}

/// Serves one file on loopback to whoever asks, as often as they ask, on a thread of its own.
class FileServer
{
public:
    explicit FileServer(const QString &path) : m_file(open(path.toUtf8().constData(), O_RDONLY | O_CLOEXEC))
    {
        m_size = lseek(m_file, 0, SEEK_END);
        m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), length) != 0 || listen(m_listener, 8) != 0
            || getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &length) != 0)
            qFatal("cannot listen on loopback");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~FileServer()
    {
        m_isOver = true;
        shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        close(m_listener);
        close(m_file);
    }
    FileServer(const FileServer &) = delete;
    FileServer &operator=(const FileServer &) = delete;

    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1/feed.atom"_s.arg(m_port); }

private:
    void serve()
    {
        while (!m_isOver) {
            const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (client < 0)
                continue;
            std::string request;
            std::array<char, 4096> buffer = {};
            while (request.find("\r\n\r\n") == std::string::npos) {
                const ssize_t size = recv(client, buffer.data(), buffer.size(), 0);
                if (size <= 0)
                    break;
                request.append(buffer.data(), std::size_t(size));
            }
            const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: application/atom+xml; charset=utf-8\r\nETag: \"1\"\r\n"
                                     "Connection: close\r\nContent-Length: " + std::to_string(m_size) + "\r\n\r\n";
            send(client, head.data(), head.size(), MSG_NOSIGNAL | MSG_MORE);
            for (off_t at = 0; at < m_size && sendfile(client, m_file, &at, std::size_t(m_size - at)) > 0;) {
            }
            close(client);
        }
    }

    int m_file = -1;
    int m_listener = -1;
    off_t m_size = 0;
    quint16 m_port = 0;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

struct Run {
    double wall = 0;
    double cpu = 0;
    double peak = 0; ///< MB
};

/// What it writes goes nowhere.
pid_t start(const QStringList &command, int errorOutput = -1)
{
    std::vector<QByteArray> bytes;
    for (const QString &argument : command)
        bytes.push_back(argument.toUtf8());
    std::vector<char *> arguments;
    for (QByteArray &argument : bytes)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (errorOutput >= 0)
        posix_spawn_file_actions_adddup2(&actions, errorOutput, STDERR_FILENO);
    pid_t pid = 0;
    if (posix_spawn(&pid, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
        qFatal("cannot start %s", arguments[0]);
    posix_spawn_file_actions_destroy(&actions);
    return pid;
}

Run runToEnd(const QStringList &command)
{
    const bench::Stopwatch watch;
    const pid_t pid = start(command);
    int status = 0;
    rusage used = {};
    wait4(pid, &status, 0, &used);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        qFatal("%s failed", qPrintable(command.join(u' ')));
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return {watch.wall(), seconds(used.ru_utime) + seconds(used.ru_stime), double(used.ru_maxrss) / 1024};
}

Run median(const std::vector<Run> &runs)
{
    const auto of = [&runs](double Run::*part) {
        std::vector<double> values;
        for (const Run &run : runs)
            values.push_back(run.*part);
        return bench::median(values);
    };
    return {of(&Run::wall), of(&Run::cpu), of(&Run::peak)};
}

qint64 number(const QString &database, const char *sql)
{
    sqlite3 *connection = nullptr;
    sqlite3_stmt *statement = nullptr;
    qint64 result = -1;
    if (sqlite3_open_v2(database.toUtf8().constData(), &connection, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK
        && sqlite3_prepare_v2(connection, sql, -1, &statement, nullptr) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
        result = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(connection);
    return result;
}

void prepare(const QString &path, const QString &url)
{
    const core::SystemClock clock;
    auto database = store::Database::open(path, clock);
    if (!database)
        qFatal("%s", qPrintable(database.error().detail));
    bench::addWatches(**database);
    if (url.isEmpty())
        return;
    const auto added = monitoring::SourceService(**database).add(u"bench"_s, {.name = u"feed"_s, .url = url}).result();
    if (!added)
        qFatal("%s", qPrintable(added.error().detail));
}

struct Scene {
    QString programs;
    QString scratch;
    QString url;
    int count = 0;
};

Run collect(const Scene &scene, int turn)
{
    const QString database = scene.scratch + u"/collect-%1.db"_s.arg(turn);
    prepare(database, scene.url);
    const Run run = runToEnd({scene.programs + u"/vigiectl"_s, u"collect"_s, u"--db"_s, database});
    const qint64 stored = number(database, "SELECT count(*) FROM mentions");
    const qint64 indexed = number(database, "SELECT count(*) FROM mention_fts_docsize");
    if (stored != scene.count || indexed != scene.count)
        qFatal("collect stored %lld and indexed %lld of %d", stored, indexed, scene.count);
    for (const QString &file : {database, database + u"-wal"_s, database + u"-shm"_s})
        QFile::remove(file);
    return run;
}

Run reload(const Scene &scene, const QString &newsboat, int turn)
{
    const QString base = scene.scratch + u"/newsboat-%1"_s.arg(turn);
    QFile urls(base + u".urls"_s);
    QFile config(base + u".config"_s);
    if (!urls.open(QIODevice::WriteOnly) || !config.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(base));
    urls.write(scene.url.toUtf8() + '\n');
    urls.close();
    config.write("download-timeout 600\n");
    config.close();
    const QString cache = base + u".cache"_s;
    const Run run = runToEnd({newsboat, u"-u"_s, urls.fileName(), u"-C"_s, config.fileName(), u"-c"_s, cache, u"-x"_s, u"reload"_s});
    const qint64 stored = number(cache, "SELECT count(*) FROM rss_item");
    if (stored != scene.count)
        qFatal("newsboat stored %lld of %d", stored, scene.count);
    QFile::remove(cache);
    return run;
}

/// The GUI's window open on the desk's first page, from the moment on that it begins to collect until all is stored.
void measureGui(const Scene &scene)
{
    const QString database = scene.scratch + u"/gui.db"_s;
    prepare(database, {});
    std::array<int, 2> ends = {};
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe");
    QByteArray said;
    const auto listen = [&](std::chrono::milliseconds time) {
        pollfd waiting{ends[0], POLLIN, 0};
        poll(&waiting, 1, int(time.count()));
        std::array<char, 4096> buffer = {};
        for (ssize_t size = 0; (size = read(ends[0], buffer.data(), buffer.size())) > 0;)
            said.append(buffer.data(), size);
    };
    const QStringList command{scene.programs + u"/vigie"_s, u"--db"_s, database, u"--language"_s, u"fr"_s};
    const auto stop = [](pid_t pid) {
        kill(pid, SIGTERM);
        rusage used = {};
        wait4(pid, nullptr, 0, &used);
        return double(used.ru_maxrss) / 1024;
    };
    // The first start on a new database installs the playbooks and asks its questions; that is not what is measured.
    pid_t pid = start(command, ends[1]);
    for (const bench::Stopwatch watch; watch.wall() < 3;)
        listen(100ms);
    stop(pid);
    prepare(database, scene.url);

    said.clear();
    const bench::Stopwatch watch;
    pid = start(command, ends[1]);
    while (number(database, "SELECT count(*) FROM mentions") < scene.count && watch.wall() < kPatience)
        listen(200ms);
    const double wall = watch.wall();
    listen(200ms);
    const double peak = stop(pid);
    close(ends[0]);
    close(ends[1]);
    const auto numberAfter = [&said](const QByteArray &mark) {
        const qsizetype last = said.lastIndexOf(mark);
        return last < 0 ? -1 : said.mid(last + mark.size()).split(' ').first().toDouble();
    };
    double load = 0;
    getloadavg(&load, 1);
    std::printf("{\"bench\":\"feed\",\"state\":\"gui\",\"items\":%d,\"wall_s\":%.2f,\"peak_mb\":%.0f,\"longest_block_ms\":%.1f,"
                "\"without_waiting_for_a_processor_ms\":%.1f,\"load\":%.1f,\"goal_block_ms\":50}\n",
                scene.count, wall, peak, numberAfter("longest block "), numberAfter("for a processor "), load);
}

void compare(const Scene &scene)
{
    const QString newsboat = QStandardPaths::findExecutable(u"newsboat"_s);
    std::vector<Run> ours;
    std::vector<Run> theirs;
    for (int turn = 0; turn < kRuns; ++turn) {
        ours.push_back(collect(scene, turn));
        if (!newsboat.isEmpty())
            theirs.push_back(reload(scene, newsboat, turn));
    }
    double load = 0;
    getloadavg(&load, 1);
    const Run vigie = median(ours);
    std::printf("{\"bench\":\"feed\",\"state\":\"collect\",\"items\":%d,\"runs\":%d,\"vigie_s\":%.2f,\"vigie_cpu_s\":%.2f,"
                "\"vigie_mb\":%.0f",
                scene.count, kRuns, vigie.wall, vigie.cpu, vigie.peak);
    if (newsboat.isEmpty()) {
        std::printf(",\"newsboat\":\"not installed\"");
    } else {
        const Run other = median(theirs);
        std::printf(",\"newsboat_s\":%.2f,\"newsboat_cpu_s\":%.2f,\"newsboat_mb\":%.0f,\"time_ratio\":%.2f,\"memory_ratio\":%.2f",
                    other.wall, other.cpu, other.peak, vigie.wall / other.wall, vigie.peak / other.peak);
    }
    std::printf(",\"load\":%.1f,\"goal_s\":4,\"goal_mb\":160}\n", load);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int count = QCoreApplication::arguments().value(1, u"100000"_s).toInt();
    if (count <= 0) {
        std::fprintf(stderr, "usage: bench_feed [N = 100000 [collect | gui]]\n");
        return 2;
    }
    const QTemporaryDir scratch;
    // Nobody's own settings, and no display.
    qputenv("XDG_CONFIG_HOME", scratch.path().toUtf8());
    qputenv("XDG_DATA_HOME", scratch.path().toUtf8());
    qputenv("HOME", scratch.path().toUtf8());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_LOGGING_RULES", "vigie.stall.info=true");
    qputenv("QT_FORCE_STDERR_LOGGING", "1");
    const QString feed = scratch.filePath(u"feed.atom"_s);
    const qint64 size = writeFeed(feed, count);
    std::fprintf(stderr, "%.1f MB, %.0f bytes an entry\n", double(size) / 1e6, double(size) / count);
    const FileServer server(feed);
    const Scene scene{QCoreApplication::applicationDirPath(), scratch.path(), server.url(), count};
    const QString only = QCoreApplication::arguments().value(2);
    if (only != u"gui"_s)
        compare(scene);
    if (only != u"collect"_s)
        measureGui(scene);
    return 0;
}
