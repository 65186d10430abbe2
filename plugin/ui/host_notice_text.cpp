// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/host_notice_text.h"

#include <glib/gi18n.h>

#include <algorithm>

#include "base/glib_ptr.h"

namespace wordbrush::ui {

namespace {

/// Each size once, in their order.
std::string sizes_text(const std::vector<Leaving::Size>& pictures) {
  std::vector<std::string> texts;
  for (const auto& [width, height] : pictures) {
    const GCharPtr size(g_strdup_printf(_("%d x %d pixels"), width, height));
    if (std::ranges::contains(texts, std::string_view(size.get()))) continue;
    texts.emplace_back(size.get());
  }
  std::string all;
  for (const auto& text : texts) all.append(all.empty() ? "" : ", ").append(text);
  return all;
}

}  // namespace

bool is_this_computer(std::string_view host) {
  if (host.starts_with("[::1]")) return true;
  const std::string name(host.substr(0, host.find(':')));
  return name == "localhost" || name.ends_with(".localhost") ||
         (name.starts_with("127.") && g_hostname_is_ip_address(name.c_str()));
}

bool needs_notice(const settings::Preferences& preferences, std::string_view host) {
  return !is_this_computer(host) && !settings::knows_host(preferences, host);
}

std::string notice_title(const Leaving& leaving) {
  const GCharPtr text(g_strdup_printf(_("Send to %s?"), leaving.host.c_str()));
  return text.get();
}

std::string notice_text(const Leaving& leaving) {
  const char* const host = leaving.host.c_str();
  const char* const model = leaving.model.c_str();
  const int count = static_cast<int>(leaving.pictures.size());
  const GCharPtr text(
      count == 0
          ? g_strdup_printf(
                _("Your prompt leaves this computer for %s, for the model %s. Whoever runs "
                  "that service can read and keep it."),
                host, model)
          : g_strdup_printf(
                ngettext("Your prompt and %d picture (%s) leave this computer for %s, for the "
                         "model %s. Whoever runs that service can see and keep them.",
                         "Your prompt and %d pictures (%s) leave this computer for %s, for the "
                         "model %s. Whoever runs that service can see and keep them.",
                         count),
                count, sizes_text(leaving.pictures).c_str(), host, model));
  return text.get();
}

}  // namespace wordbrush::ui
