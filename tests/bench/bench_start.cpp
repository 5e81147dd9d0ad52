// SPDX-License-Identifier: GPL-3.0-or-later
//
// The start of the program on a database of N mentions, from exec to the first frame handed to the display, and its peak memory,
// against the least a Qt Widgets program can do (a window with a sentence), in one run and in turn.
//
//   bench_start [N = 1000000 [FOLDER]]
//   bench_start DATABASE
//
// Warm: every file is in the page cache. Cold: before each start every file that the program maps (itself, Qt, plugins, fonts,
// translations, the database) has been dropped from the page cache with posix_fadvise; what stays because another program
// has it mapped (libc, and Qt where one runs) is printed as kept_mb. Directories and small files read once stay in the cache.
//
// This program uses nothing but libc: a library that it had mapped could not be dropped. Times are the wall's; cpu is what
// all threads of the started program used until then, which moves less where other programs run. load is the machine's.

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace
{

namespace fs = std::filesystem;

constexpr int kWarmRuns = 15;
constexpr int kColdRuns = 9;
constexpr int kPatience = 60'000; // ms

[[noreturn]] void fail(const std::string &what)
{
    std::fprintf(stderr, "bench_start: %s\n", what.c_str());
    std::exit(1);
}

double seconds(clockid_t clock)
{
    timespec now = {};
    clock_gettime(clock, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

/// A program that was started, and a pipe from its standard output and error.
class Program
{
public:
    explicit Program(const std::vector<std::string> &command)
    {
        std::array<int, 2> ends = {};
        if (pipe2(ends.data(), O_CLOEXEC) != 0)
            fail("no pipe");
        m_output = ends[0];
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
        std::vector<char *> arguments;
        for (const std::string &argument : command)
            arguments.push_back(const_cast<char *>(argument.c_str()));
        arguments.push_back(nullptr);
        m_begun = seconds(CLOCK_MONOTONIC);
        if (posix_spawn(&m_pid, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
            fail("cannot start " + command[0]);
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
    }
    ~Program()
    {
        close(m_output);
        if (m_pid > 0) {
            kill(m_pid, SIGTERM);
            waitpid(m_pid, nullptr, 0);
        }
    }
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    /// Seconds until it says so.
    void waitFor(const std::string &sentence)
    {
        std::string said;
        while (said.find(sentence) == std::string::npos) {
            pollfd waiting{m_output, POLLIN, 0};
            std::array<char, 4096> buffer = {};
            const ssize_t size = poll(&waiting, 1, kPatience) > 0 ? read(m_output, buffer.data(), buffer.size()) : 0;
            if (size <= 0)
                fail("the program never said \"" + sentence + "\" but: " + said);
            said.append(buffer.data(), std::size_t(size));
        }
        m_wall = seconds(CLOCK_MONOTONIC) - m_begun;
        m_cpu = cpu();
    }
    /// What it said, when it has ended.
    std::string finish()
    {
        std::string said;
        std::array<char, 4096> buffer = {};
        for (ssize_t size = 0; (size = read(m_output, buffer.data(), buffer.size())) > 0;)
            said.append(buffer.data(), std::size_t(size));
        int status = 0;
        waitpid(m_pid, &status, 0);
        m_pid = 0;
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            fail(said);
        return said;
    }
    /// Until it has used next to no processor time for a second: all it does after the first frame is done.
    void settle() const
    {
        double before = -1;
        for (double now = cpu(); now - before > 0.01; now = cpu()) {
            before = now;
            usleep(1'000'000);
        }
    }

    [[nodiscard]] double wall() const { return m_wall; }
    [[nodiscard]] double usedCpu() const { return m_cpu; }
    [[nodiscard]] double memory(const std::string &field) const // MB
    {
        std::ifstream status("/proc/" + std::to_string(m_pid) + "/status");
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with(field + ':'))
                return std::stod(line.substr(field.size() + 1)) / 1024;
        }
        return 0;
    }
    [[nodiscard]] std::set<std::string> mappedFiles() const
    {
        std::set<std::string> files;
        std::ifstream maps("/proc/" + std::to_string(m_pid) + "/maps");
        for (std::string line; std::getline(maps, line);) {
            const auto slash = line.find('/');
            if (slash != std::string::npos && fs::is_regular_file(line.substr(slash)))
                files.insert(line.substr(slash));
        }
        return files;
    }

private:
    [[nodiscard]] double cpu() const
    {
        clockid_t clock = 0;
        return clock_getcpuclockid(m_pid, &clock) == 0 ? seconds(clock) : 0;
    }

    pid_t m_pid = 0;
    int m_output = -1;
    double m_begun = 0;
    double m_wall = 0;
    double m_cpu = 0;
};

/// Bytes of the file that are in the page cache.
std::size_t cached(int file, std::size_t size)
{
    void *const map = size > 0 ? mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0) : MAP_FAILED;
    if (map == MAP_FAILED)
        return 0;
    const auto page = std::size_t(sysconf(_SC_PAGESIZE));
    std::vector<unsigned char> pages((size + page - 1) / page);
    mincore(map, size, pages.data());
    munmap(map, size);
    return page * std::size_t(std::count_if(pages.begin(), pages.end(), [](unsigned char state) { return (state & 1) != 0; }));
}

struct Eviction {
    std::size_t evicted = 0;
    std::size_t kept = 0;
};

Eviction evict(const std::set<std::string> &files)
{
    Eviction result;
    for (const std::string &path : files) {
        const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0)
            continue;
        struct stat state = {};
        fstat(file, &state);
        const auto size = std::size_t(state.st_size);
        const std::size_t before = cached(file, size);
        fdatasync(file); // a page that is not on the disk yet is not dropped
        posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        const std::size_t after = cached(file, size);
        result.evicted += before - std::min(before, after);
        result.kept += after;
        close(file);
    }
    return result;
}

struct Runs {
    std::vector<double> wall = {};
    std::vector<double> cpu = {};
    void add(const Program &program)
    {
        wall.push_back(program.wall() * 1000);
        cpu.push_back(program.usedCpu() * 1000);
    }
};

struct Contest {
    std::vector<std::string> vigie;
    std::vector<std::string> minimal;
    std::vector<std::string> tidy; ///< takes over what a killed program leaves, so that each start finds a database that was closed
};

void start(const std::vector<std::string> &command, Runs &runs)
{
    Program program(command);
    program.waitFor("first paint");
    runs.add(program);
}

void compare(const Contest &contest, const char *state, int count, const std::set<std::string> &evicted)
{
    Runs vigie;
    Runs minimal;
    Eviction last;
    for (int i = 0; i < count; ++i) {
        if (!evicted.empty())
            evict(evicted);
        start(contest.minimal, minimal);
        Program(contest.tidy).finish();
        if (!evicted.empty())
            last = evict(evicted);
        start(contest.vigie, vigie);
        Program(contest.tidy).finish();
    }
    double load = 0;
    getloadavg(&load, 1);
    std::printf("{\"bench\":\"start\",\"state\":\"%s\",\"runs\":%d,\"vigie_ms\":%.0f,\"vigie_min_ms\":%.0f,\"vigie_max_ms\":%.0f,"
                "\"vigie_cpu_ms\":%.0f,\"minimal_ms\":%.0f,\"minimal_min_ms\":%.0f,\"minimal_cpu_ms\":%.0f,\"ratio\":%.2f,"
                "\"evicted_mb\":%.0f,\"kept_mb\":%.0f,\"load\":%.1f,\"goal_ms\":150}\n",
                state, count, median(vigie.wall), *std::min_element(vigie.wall.begin(), vigie.wall.end()),
                *std::max_element(vigie.wall.begin(), vigie.wall.end()), median(vigie.cpu), median(minimal.wall),
                *std::min_element(minimal.wall.begin(), minimal.wall.end()), median(minimal.cpu),
                median(vigie.wall) / median(minimal.wall), double(last.evicted) / 1e6, double(last.kept) / 1e6, load);
    std::fflush(stdout);
}

/// Runs the program once until nothing moves any more: the files it maps, and its memory.
std::set<std::string> lookAt(const std::vector<std::string> &command, double &peak, double &resident)
{
    Program program(command);
    program.waitFor("first paint");
    program.settle();
    peak = program.memory("VmHWM");
    resident = program.memory("VmRSS");
    return program.mappedFiles();
}

void setEnvironment(const fs::path &scratch)
{
    setenv("QT_QPA_PLATFORM", "offscreen", 0); // a display may be used by naming its plugin
    setenv("QT_LOGGING_RULES", "vigie.start.info=true", 1);
    setenv("QT_FORCE_STDERR_LOGGING", "1", 1);
    setenv("XDG_CONFIG_HOME", scratch.c_str(), 1); // nobody's own settings
}

} // namespace

int main(int argc, char **argv)
{
    const fs::path programs = fs::read_symlink("/proc/self/exe").parent_path();
    std::string scratch = (fs::temp_directory_path() / "vigie-bench-XXXXXX").string();
    if (!mkdtemp(scratch.data()))
        fail("no temporary folder");
    setEnvironment(scratch);

    std::vector<std::string> make{programs / "makedatabase"};
    make.insert(make.end(), argv + 1, argv + argc);
    std::string database = Program(make).finish();
    database = database.substr(0, database.rfind('\n'));
    database = database.substr(database.rfind('\n') + 1); // the last line; before it may stand that it was made
    const Contest contest{.vigie = {programs / "vigie", "--db", database, "--language", "fr"},
                          .minimal = {programs / "minimalwindow"},
                          .tidy = {programs / "makedatabase", database}};

    double peak = 0;
    double resident = 0;
    double minimalPeak = 0;
    double minimalResident = 0;
    std::set<std::string> files = lookAt(contest.minimal, minimalPeak, minimalResident);
    lookAt(contest.vigie, peak, resident); // the first start on a new database installs the playbooks
    Program(contest.tidy).finish();
    files.merge(lookAt(contest.vigie, peak, resident));
    files.insert({database, contest.vigie[0], contest.minimal[0]});
    Program(contest.tidy).finish();

    compare(contest, "warm", kWarmRuns, {});
    compare(contest, "cold", kColdRuns, files);
    std::printf("{\"bench\":\"start\",\"state\":\"settled\",\"peak_mb\":%.0f,\"memory_mb\":%.0f,\"minimal_peak_mb\":%.0f,\"goal_mb\":150}\n",
                peak, resident, minimalPeak);
    fs::remove_all(scratch);
    return 0;
}
