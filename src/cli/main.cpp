// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include <QGuiApplication>

#include <memory>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    using namespace vigie::cli;

    QCoreApplication::setApplicationName(u"vigie"_s); // shares the data folder with the desktop program
    QCoreApplication::setApplicationVersion(QStringLiteral(VIGIE_VERSION));
    const QList<Command> commands = databaseCommands() + postCommands() + accountCommands() + sourceCommands() + analysisCommands()
                                    + learningCommands() + crisisCommands() + detectionCommands() + replyCommands()
                                    + hookCommands() + personCommands() + playbookCommands() + drillCommands() + watchCommands() + watchBenchCommands()
                                    + nearDuplicateBenchCommands();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const Command *command = findCommand(arguments, commands);
    // Painting a PDF needs fonts, and so a QGuiApplication; it needs no display.
    if (command && command->needsFonts && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::unique_ptr<QCoreApplication> application(command && command->needsFonts
                                                            ? new QGuiApplication(argc, argv)
                                                            : new QCoreApplication(argc, argv));
    return runCommandLine(QCoreApplication::arguments(), commands);
}
