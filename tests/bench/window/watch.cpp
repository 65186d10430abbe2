// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a plug-in's own libraries, this watches its main loop from the outside. Where
// the folder that WORDBRUSH_WATCH names holds a file of the program's name, lines are added to
// it, in microseconds of the monotonic clock:
//   ready AT        a window stands there, drawn and with the focus, and the loop waits
//   busy AT LENGTH  from AT on, nothing that the user did was heard for that long
// Where it holds a file "stacks", each longer stall tells on standard error where it was.
#include <execinfo.h>
#include <gtk/gtk.h>
#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <thread>

namespace {

/// What is shorter is nobody's stall.
constexpr gint64 least_us = 5000;
constexpr gint64 long_us = 40000;

std::FILE* lines = nullptr;
std::atomic<gint64> busy_since = 0;  // 0: the loop waits

bool is_usable(GtkWidget* window) {
  auto* const clock = gtk_widget_get_mapped(window) ? gtk_widget_get_frame_clock(window) : nullptr;
  return clock != nullptr && gdk_frame_clock_get_frame_counter(clock) >= 0 &&
         gtk_window_is_active(GTK_WINDOW(window));
}

bool has_usable_window() {
  GList* const windows = gtk_window_list_toplevels();
  bool found = false;
  for (const GList* window = windows; window != nullptr; window = window->next)
    found = found || is_usable(GTK_WIDGET(window->data));
  g_list_free(windows);
  return found;
}

gint wait(GPollFD* descriptors, guint count, gint timeout) {
  static bool is_ready = false;
  const gint64 since = busy_since.exchange(0);
  const gint64 now = g_get_monotonic_time();
  if (since != 0 && now - since >= least_us)
    std::fprintf(lines, "busy %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", since, now - since);
  if (!is_ready && timeout != 0 && has_usable_window()) {
    is_ready = true;
    std::fprintf(lines, "ready %" G_GINT64_FORMAT "\n", now);
  }
  const gint result = g_poll(descriptors, count, timeout);
  busy_since = g_get_monotonic_time();
  return result;
}

void tell_stack(int) {
  constexpr int most = 48;
  void* frames[most];
  backtrace_symbols_fd(frames, backtrace(frames, most), STDERR_FILENO);
  [[maybe_unused]] const auto written = write(STDERR_FILENO, "--\n", 3);
}

/// Asks the main thread where it is, whenever it has been there for long.
void tell_stacks(pthread_t main_thread) {
  gint64 told = 0;
  while (true) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    const gint64 since = busy_since;
    const gint64 now = g_get_monotonic_time();
    if (since == 0 || now - since < long_us || now - told < long_us) continue;
    told = now;
    pthread_kill(main_thread, SIGUSR2);
  }
}

bool watch() {
  const char* const folder = g_getenv("WORDBRUSH_WATCH");
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error).filename();
  if (folder == nullptr || error || !exists(folder / program)) return false;
  lines = std::fopen((folder / program).c_str(), "a");
  std::setvbuf(lines, nullptr, _IOLBF, BUFSIZ);
  g_main_context_set_poll_func(g_main_context_default(), wait);
  if (exists(std::filesystem::path(folder) / "stacks")) {
    std::signal(SIGUSR2, tell_stack);
    std::thread(tell_stacks, pthread_self()).detach();
  }
  return true;
}

[[maybe_unused]] const bool is_watched = watch();

}  // namespace
