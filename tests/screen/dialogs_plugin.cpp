// SPDX-License-Identifier: GPL-3.0-or-later
// A plug-in that shows the windows of ui/ one at a time, for the tests here: each
// procedure is one window, and nothing goes over a wire.
#include <libgimp/gimpui.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/glib_ptr.h"
#include "screen/test_plug_in.h"
#include "settings/connection_store.h"
#include "settings/key_store.h"
#include "ui/connections_dialog.h"
#include "ui/host_notice.h"

namespace {

using namespace wordbrush;

std::filesystem::path folder() {
  return std::filesystem::path(gimp_directory()) / "wordbrush";
}

void check(const settings::Connection& connection, const std::optional<std::string>& key,
           const edit::ConnectionCheckEvents& events) {
  g_print("check %s key=%s\n", connection.name.c_str(), key ? "yes" : "no");
  if (connection.base_url.contains("bad"))
    return events.on_models(fail(ErrorKind::Auth, "Incorrect API key provided."));
  events.on_models(std::vector<protocol::ModelOffer>{
      {.name = "gemini-3-pro-image-preview", .makes_pictures = true},
      {.name = "painter-2", .makes_pictures = true},
      {.name = "words-only"}});
  events.on_balance({.granted = 10, .used = 2.5});
}

void show_connections() {
  settings::ConnectionStore store(folder());
  settings::KeyStore keys(folder());
  const auto host_of = [](std::string_view url) -> Result<std::string> {
    const auto start = url.find("://");
    if (start == std::string_view::npos) return fail(ErrorKind::Input, "This is no address.");
    const auto host = url.substr(start + 3);
    return std::string(host.substr(0, host.find('/')));
  };
  const auto shown = ui::run_connections_dialog(
      store, keys,
      {.host_of = host_of,
       .check = check,
       .choices = {.dialects = {{"", "What its address shows"}, {"gemini", "Gemini"}},
                   .size_fields = {{"", "As is usual there"}, {"flat", "In fields"}}}});
  g_print("connections closed: %s\n", shown ? "well" : shown.error().detail.c_str());
}

void show_notice() {
  const GMainLoopPtr loop(g_main_loop_new(nullptr, FALSE));
  std::optional<ui::HostNotice> notice;
  notice.emplace(
      nullptr,
      ui::Leaving{
          .host = "api.example.com", .model = "painter-2", .pictures = {{1024, 768}, {512, 384}}},
      [&](bool sends) {
        notice.reset();
        g_print("sends: %s\n", sends ? "yes" : "no");
        g_main_loop_quit(loop.get());
      });
  g_main_loop_run(loop.get());
}

}  // namespace

constexpr TestWindow windows[] = {{"plug-in-dialogs-connections", show_connections},
                                  {"plug-in-dialogs-notice", show_notice}};
const TestPlugIn test_plug_in{.program = "dialogs", .windows = windows};
