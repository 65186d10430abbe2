// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/process.h"

#include <glib.h>
#include <malloc.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>

namespace wordbrush::bench {

namespace {

constexpr double mebibyte = 1024 * 1024;

double cpu_ms() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return double(time.tv_sec) * 1e3 + double(time.tv_nsec) * 1e-6;
}

/// A line of /proc/self/status, in bytes.
double status_bytes(std::string_view name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name))
      return g_ascii_strtod(line.c_str() + name.size() + 1, nullptr) * 1024;
  }
  g_error("/proc/self/status has no %s", name.data());
}

}  // namespace

double median_ms(const std::function<void()>& work) {
  std::array<double, 5> taken{};
  for (double& one : taken) {
    const double start = cpu_ms();
    work();
    one = cpu_ms() - start;
  }
  std::ranges::sort(taken);
  return taken[taken.size() / 2];
}

double peak_bytes(const std::function<void()>& work) {
  malloc_trim(0);
  // Makes what is in memory now the peak so far (man 5 proc).
  std::ofstream("/proc/self/clear_refs") << "5" << std::flush;
  const double before = status_bytes("VmRSS");
  if (status_bytes("VmHWM") > before + mebibyte) g_error("the peak cannot be set back");
  work();
  return status_bytes("VmHWM") - before;
}

}  // namespace wordbrush::bench
