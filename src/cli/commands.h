// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace vigie::cli
{

[[nodiscard]] QList<Command> accountCommands(); ///< account add|list|login|remove
[[nodiscard]] QList<Command> analysisCommands(); ///< anomalies, plain-text, length
[[nodiscard]] QList<Command> crisisCommands();   ///< alerts, incidents, incident show, report
[[nodiscard]] QList<Command> databaseCommands(); ///< init, verify, audit, backup, restore, stats
[[nodiscard]] QList<Command> detectionCommands(); ///< watch history, bench detection
[[nodiscard]] QList<Command> drillCommands();    ///< drill list|run
[[nodiscard]] QList<Command> hookCommands();     ///< hook set|show|test|remove
[[nodiscard]] QList<Command> learningCommands(); ///< analyse, learn, train, bench tonality|learning|analyse
[[nodiscard]] QList<Command> personCommands();   ///< export-person
[[nodiscard]] QList<Command> playbookCommands(); ///< playbook list|import|export|validate
[[nodiscard]] QList<Command> postCommands();     ///< import, posts, search
[[nodiscard]] QList<Command> replyCommands();    ///< check-reply, outbox list|send|settle|pause|resume
[[nodiscard]] QList<Command> sourceCommands();   ///< source add|list|remove|test, collect
[[nodiscard]] QList<Command> nearDuplicateBenchCommands(); ///< bench neardup
[[nodiscard]] QList<Command> watchBenchCommands(); ///< bench watches
[[nodiscard]] QList<Command> watchCommands();    ///< watch check|match

} // namespace vigie::cli
