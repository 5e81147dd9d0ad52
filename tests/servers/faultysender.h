// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faultproxy.h"
#include "networks/sender.h"

#include <functional>
#include <memory>

/// A network's own sender, whose requests go through a proxy that spoils, whenever something is sent, what is drawn for it.
class FaultySender : public vigie::networks::Sender
{
public:
    using Draw = std::function<Fault(const vigie::networks::OutgoingPost &post)>;

    FaultySender(std::unique_ptr<vigie::networks::Sender> real, FaultProxy &proxy, Draw draw)
        : m_real(std::move(real)), m_proxy(proxy), m_draw(std::move(draw))
    {
    }

    void prepare(const vigie::networks::OutgoingPost &post, Prepared done) override
    {
        m_proxy.arm(Fault::None);
        m_real->prepare(post, std::move(done));
    }
    void send(const vigie::networks::OutgoingPost &post, Sent done) override
    {
        m_proxy.arm(m_draw(post));
        m_real->send(post, std::move(done));
    }
    void find(const vigie::networks::OutgoingPost &post, Found done) override
    {
        m_proxy.arm(Fault::None);
        m_real->find(post, std::move(done));
    }
    void remove(const QString &remoteId, Removed done) override { m_real->remove(remoteId, std::move(done)); }
    bool maySendAgain(const vigie::networks::OutgoingPost &post, vigie::core::Instant now) const override
    {
        return m_real->maySendAgain(post, now);
    }

private:
    std::unique_ptr<vigie::networks::Sender> m_real;
    FaultProxy &m_proxy;
    Draw m_draw;
};
