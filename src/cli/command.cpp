// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

bool isTerminal()
{
#ifdef Q_OS_UNIX
    return isatty(STDERR_FILENO) == 1;
#else
    return false;
#endif
}

void writeLine(std::FILE *stream, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stream);
    std::fputc('\n', stream);
}

void printHelp(const QList<Command> &commands)
{
    writeLine(stdout, "Usage: vigiectl [--db FILE] COMMAND [OPTIONS] [ARGUMENTS]\n");
    qsizetype width = 0;
    const auto call = [](const Command &command) { return (command.name + u' ' + command.arguments).trimmed(); };
    for (const Command &command : commands)
        width = std::max(width, call(command).size());
    for (const Command &command : commands)
        writeLine(stdout, (u"  "_s + call(command).leftJustified(width + 2) + command.summary).toUtf8());
    writeLine(stdout, "\nvigiectl COMMAND --help tells a command's options.\n"
                      "--db FILE names the database; without it, the desktop program's own.\n"
                      "--secret-file FILE keeps the keys of accounts, for a machine without a keychain.\n"
                      "Exit codes: 0 done, 1 the answer is no, 2 wrong usage, 3 bad input, 4 the database, 5 the network.");
}

/// The words of the call that are no options, without the program's name. The options of every command take their values with
/// them.
QStringList plainWords(const QStringList &arguments)
{
    QStringList words;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == u"--db" || arguments[i] == u"--secret-file")
            ++i;
        else if (!arguments[i].startsWith(u'-'))
            words << arguments[i];
    }
    return words;
}

int runOne(const Command &command, QStringList arguments)
{
    // The command's own words go; what is left are options and arguments.
    for (const QString &word : command.name.split(u' '))
        arguments.removeOne(word);
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Shows this."_s);
    parser.addOptions({help,
                       {u"db"_s, u"The database."_s, u"FILE"_s},
                       {u"secret-file"_s, u"Keeps the keys of accounts here, for a machine without a keychain."_s, u"FILE"_s}});
    parser.addOptions(command.options);
    // Of a report, --json names a file.
    const bool hasOwnJson = std::any_of(command.options.begin(), command.options.end(), [](const QCommandLineOption &option) {
        return option.names().contains(u"json"_s);
    });
    if (!hasOwnJson)
        parser.addOption({u"json"_s, u"Answers as JSON."_s});
    if (!parser.parse(arguments)) {
        writeLine(stderr, "vigiectl: " + parser.errorText().toUtf8());
        return WrongUsage;
    }
    if (parser.isSet(help)) {
        QString text = parser.helpText();
        text.replace(u"[options]"_s, command.name + u" [options] "_s + command.arguments);
        if (command.details)
            text += u'\n' + command.details(core::languageFromTag(parser.value(u"lang"_s)).value_or(core::Language::English));
        writeLine(stdout, text.toUtf8());
        return Done;
    }
    Invocation invocation(parser, parser.positionalArguments());
    const qsizetype count = invocation.arguments().size();
    if (count < command.leastArguments || (command.mostArguments >= 0 && count > command.mostArguments))
        return invocation.usage(u"vigiectl %1 %2"_s.arg(command.name, command.arguments));
    return command.run(invocation);
}

} // namespace

ExitCode exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Parse:
    case ErrorKind::File:
    case ErrorKind::InvalidArgument:
    case ErrorKind::NotFound:
        return BadInput;
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::Unauthorized:
        return NetworkFailed;
    case ErrorKind::Conflict:
    case ErrorKind::Cancelled:
    case ErrorKind::Suspended:
        return AnswerIsNo;
    case ErrorKind::Database:
    case ErrorKind::DatabaseBusy:
    case ErrorKind::DatabaseDamaged:
    case ErrorKind::DatabaseTooNew:
    case ErrorKind::Internal:
        break;
    }
    return DatabaseFailed;
}

Invocation::Invocation(const QCommandLineParser &parser, QStringList arguments)
    : m_parser(parser), m_arguments(std::move(arguments))
{
}

Invocation::~Invocation() = default;

QString Invocation::databasePath() const
{
    const QString path = value(u"db"_s);
    return path.isEmpty() ? workspace::Workspace::defaultDatabasePath() : path;
}

Result<core::Language> Invocation::language() const
{
    if (!isSet(u"lang"_s))
        return core::Language::English;
    const auto language = core::languageFromTag(value(u"lang"_s));
    if (!language)
        return fail(ErrorKind::InvalidArgument, u"--lang: expected fr or en"_s);
    return *language;
}

Result<workspace::Workspace *> Invocation::desk(Need need)
{
    if (m_desk)
        return m_desk.get();
    workspace::Workspace::Options options{.path = databasePath(), .secretFile = value(u"secret-file"_s)};
    auto opened = workspace::Workspace::open(options);
    if (!opened && opened.error().kind == ErrorKind::DatabaseBusy && need == Need::Read) {
        options.access = store::Access::ReadOnly;
        opened = workspace::Workspace::open(options);
    }
    if (!opened) {
        Error error = opened.error();
        // The database could not be opened, whatever the reason: that is exit code 4.
        if (exitCodeOf(error) != DatabaseFailed)
            error.kind = ErrorKind::Database;
        return fail(std::move(error));
    }
    m_desk = std::move(*opened);
    return m_desk.get();
}

void Invocation::print(const QString &line) const
{
    writeLine(stdout, line.toUtf8());
}

void Invocation::print(const QByteArray &line) const
{
    writeLine(stdout, line);
}

void Invocation::note(const QString &line) const
{
    writeLine(stderr, line.toUtf8());
}

int Invocation::fails(const Error &error) const
{
    note(u"vigiectl: "_s + error.toString());
    return exitCodeOf(error);
}

int Invocation::usage(const QString &reason) const
{
    note(u"Usage: "_s + reason + u" (see --help)"_s);
    return WrongUsage;
}

void Invocation::progress(const QString &text)
{
    if (!isTerminal())
        return;
    const core::Instant now = core::SystemClock().now();
    if (!text.isEmpty() && now - m_lastProgress < std::chrono::milliseconds(100))
        return;
    m_lastProgress = now;
    const QByteArray line = "\r\033[K" + text.toUtf8();
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
    std::fflush(stderr);
}

const Command *findCommand(const QStringList &arguments, const QList<Command> &commands)
{
    const QStringList words = plainWords(arguments);
    const QString one = words.value(0);
    const QString two = one + u' ' + words.value(1);
    for (const QString &name : {two, one}) {
        const auto found = std::find_if(commands.begin(), commands.end(),
                                        [&name](const Command &command) { return command.name == name; });
        if (found != commands.end())
            return &*found;
    }
    return nullptr;
}

namespace
{

int runWhatIsAsked(const QStringList &arguments, const QList<Command> &commands)
{
    if (const Command *command = findCommand(arguments, commands))
        return runOne(*command, arguments);
    if (arguments.contains(u"--version"_s)) {
        writeLine(stdout, "vigiectl " + QCoreApplication::applicationVersion().toUtf8());
        return Done;
    }
    const QStringList words = plainWords(arguments);
    const bool asksForHelp = arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s);
    if (words.isEmpty()) {
        printHelp(commands);
        return asksForHelp ? Done : WrongUsage;
    }
    // Half of a two-word command: say its other halves.
    QStringList halves;
    QList<Command> halfCommands;
    for (const Command &command : commands) {
        if (command.name.startsWith(words.first() + u' ')) {
            halves << command.name.section(u' ', 1);
            halfCommands << command;
        }
    }
    if (asksForHelp && words.size() == 1 && !halfCommands.isEmpty()) {
        printHelp(halfCommands);
        return Done;
    }
    const QString reason = halves.isEmpty() ? u"there is no command “%1”; see vigiectl --help"_s.arg(words.first())
                                            : u"%1 takes one of: %2"_s.arg(words.first(), halves.join(u", "_s));
    writeLine(stderr, "vigiectl: " + reason.toUtf8());
    return WrongUsage;
}

} // namespace

int runCommandLine(const QStringList &arguments, const QList<Command> &commands)
{
    const int code = runWhatIsAsked(arguments, commands);
    // A full disk must not pass for an answer that is whole.
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    writeLine(stderr, "vigiectl: standard output cannot be written; what stands there is not all");
    return code == Done ? BadInput : code;
}

} // namespace vigie::cli
