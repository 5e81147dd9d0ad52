// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QMutex>
#include <QStringList>

/// Everything that is logged, whatever its category, while one of these lives.
class LogCatcher
{
public:
    LogCatcher()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("*.debug=true\n*.info=true"));
        s_lines.clear();
        m_previous = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
            const QMutexLocker lock(&s_mutex);
            s_lines += text;
        });
    }
    ~LogCatcher()
    {
        qInstallMessageHandler(m_previous);
        QLoggingCategory::setFilterRules({});
    }
    Q_DISABLE_COPY_MOVE(LogCatcher)
    [[nodiscard]] static QString text()
    {
        const QMutexLocker lock(&s_mutex);
        return s_lines.join(QLatin1Char('\n'));
    }

private:
    static inline QMutex s_mutex;
    static inline QStringList s_lines;
    QtMessageHandler m_previous;
};
