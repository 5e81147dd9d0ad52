// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/language.h"
#include "core/result.h"
#include "workspace/workspace.h"

#include <QCommandLineParser>
#include <QFuture>
#include <QList>

#include <functional>
#include <memory>

namespace vigie::cli
{

/// What vigiectl ends with. Scripts rely on these numbers.
enum ExitCode : int {
    Done = 0,
    AnswerIsNo = 1,
    WrongUsage = 2,
    BadInput = 3,
    DatabaseFailed = 4,
    NetworkFailed = 5,
};
[[nodiscard]] ExitCode exitCodeOf(const Error &error);

/**
 * One call of one command: its arguments, its streams, and the desk it works on, opened at its first use.
 * Readable tables go to standard output, or JSON with --json; messages, progress and errors to standard error.
 */
class Invocation
{
public:
    Invocation(const QCommandLineParser &parser, QStringList arguments);
    ~Invocation();

    [[nodiscard]] const QStringList &arguments() const { return m_arguments; }
    [[nodiscard]] QString argument(int index) const { return m_arguments.value(index); }
    [[nodiscard]] bool isSet(const QString &option) const { return m_parser.isSet(option); }
    [[nodiscard]] QString value(const QString &option) const { return m_parser.value(option); }
    [[nodiscard]] bool wantsJson() const { return isSet(QStringLiteral("json")); }
    [[nodiscard]] QString databasePath() const;
    /// Of --lang; English without it. InvalidArgument for another language.
    [[nodiscard]] Result<core::Language> language() const;

    /// For writing, unless somebody else holds it: then for reading where that is enough.
    enum class Need { Read, Write };
    [[nodiscard]] Result<workspace::Workspace *> desk(Need need);

    void closeDesk() { m_desk.reset(); }

    void print(const QString &line) const;  ///< a line to standard output
    void print(const QByteArray &line) const;
    void note(const QString &line) const;   ///< a line to standard error
    [[nodiscard]] int fails(const Error &error) const; ///< prints it and gives its exit code
    [[nodiscard]] int usage(const QString &reason) const;
    /// At most ten times a second, and only on a terminal. An empty text clears the line.
    void progress(const QString &text);

private:
    const QCommandLineParser &m_parser;
    QStringList m_arguments;
    std::unique_ptr<workspace::Workspace> m_desk;
    core::Instant m_lastProgress;
};

struct Command {
    QString name = {};      ///< "import", or two words: "playbook export"
    QString arguments = {}; ///< "FILE…"
    QString summary = {};   ///< one sentence
    QList<QCommandLineOption> options = {};
    int leastArguments = 0;
    int mostArguments = 0; ///< -1: any number
    bool needsFonts = false; ///< paints a PDF
    std::function<QString(core::Language)> details = {}; ///< more for --help, below the options; in the language of --lang
    std::function<int(Invocation &)> run = {};
};

/// Finds the command, parses its options, runs it. Gives the exit code.
[[nodiscard]] int runCommandLine(const QStringList &arguments, const QList<Command> &commands);
/// The command that `arguments` (with the program's name first) call; null when there is none.
[[nodiscard]] const Command *findCommand(const QStringList &arguments, const QList<Command> &commands);

} // namespace vigie::cli
