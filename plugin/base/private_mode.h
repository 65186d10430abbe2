// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wordbrush {

// The modes of what is for its owner's eyes only.
inline constexpr int private_folder = 0700;
inline constexpr int private_file = 0600;

}  // namespace wordbrush
