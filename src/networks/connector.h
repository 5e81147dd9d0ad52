// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/page.h"

#include <QObject>

#include <functional>

namespace vigie::networks
{

/**
 * Reads new posts from one source.
 *
 * Lives in the collector thread and never blocks it. One fetch at a time: a call made while another runs is ignored.
 * Each fetch ends with exactly one fetched(), never from within fetch() itself; a cancelled one with
 * ErrorKind::Cancelled. An error with retryAfter asks not to be called before; httpStatus 410 asks never to be called again.
 *
 * Where the network offers a stream, stream() stays connected and tells by streamed() what arrives; a page's cursor is stored
 * with its posts before it counts. It ends with one streamEnded(). The stream may miss what came before it was open and after
 * it broke: whoever streams also fetches, after each streamOpened().
 */
class Connector : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// An empty cursor begins at the beginning. One that this connector did not write is treated as empty.
    virtual void fetch(const Cursor &since) = 0;
    /// Ends a fetch and a stream.
    virtual void cancel() = 0;

    /// What a day's reading may cost, in thousandths of a US dollar, and what others read from the same purse. Asked before
    /// each fetch; nothing to networks that are free.
    struct Purse {
        qint64 budget = 0;
        qint64 spentByOthers = 0;
    };
    virtual void setPurse(std::function<Purse()> purse) { Q_UNUSED(purse) }

    [[nodiscard]] virtual bool canStream() const { return false; }
    virtual void stream(const Cursor &since) { Q_UNUSED(since) }

signals:
    /// Page::next is the cursor to store in the same transaction as the posts; absent: keep the old one.
    void fetched(const vigie::Result<vigie::networks::Page> &result);
    void streamOpened();
    void streamed(const vigie::networks::Page &page);
    void streamEnded(const vigie::Error &reason);
};

} // namespace vigie::networks
