// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "gui/common/cardlist.h"
#include "reply/promise.h"

#include <QCoreApplication>

namespace vigie::gui
{

/// Promises as cards: what, to whom, by whom, by when; what is late in red and in words.
class PromiseRows
{
    Q_DECLARE_TR_FUNCTIONS(PromiseRows)

public:
    [[nodiscard]] static std::vector<CardRow> of(const std::vector<reply::Promise> &promises, const core::Format &format,
                                                 core::Instant now);

private:
    [[nodiscard]] static CardRow row(const reply::Promise &promise, const core::Format &format, core::Instant now);
};

} // namespace vigie::gui
