// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "settings/preferences.h"

namespace wordbrush::ui {

/// What is about to leave for a service, as the notice tells it.
struct Leaving {
  struct Size {
    int width = 0;   ///< pixels, as sent
    int height = 0;  ///< pixels, as sent
  };

  std::string host;  ///< "api.example.com" or "127.0.0.1:8080"
  std::string model;
  std::vector<Size> pictures;  ///< all that are sent; may be none
};

/// Whether that host is the computer it is asked on: what goes there leaves for nobody.
bool is_this_computer(std::string_view host);

/// Whether the user has to be told before anything leaves for `host`: not again for one of
/// which they read it, and not for this computer itself.
bool needs_notice(const settings::Preferences& preferences, std::string_view host);

/// "Send to api.example.com?"
std::string notice_title(const Leaving& leaving);

/// What leaves, and to whom.
std::string notice_text(const Leaving& leaving);

}  // namespace wordbrush::ui
