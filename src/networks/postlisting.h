// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/post.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace vigie::networks
{

/// What one answer of a JSON service holds.
struct PostListing {
    std::vector<Post> posts = {};
    QStringList deleted = {};    ///< remote ids of which the service says that they are gone
    QString nextToken = {};      ///< asks for the next page; empty on the last
    QString newestId = {};       ///< as the service says
    QHash<QString, int> threads = {}; ///< replies that a thread has, where not all of them need be here
    int authors = 0;             ///< people who were told of beside the posts
    int others = 0;              ///< posts that came along because one of these refers to them

    bool operator==(const PostListing &) const = default;
};

} // namespace vigie::networks
