// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "base/result.h"

namespace wordbrush::demo {

/// The offline demo model: a chat completions endpoint on a free loopback port of
/// this process, which lives as long as this object and answers from the main
/// loop of the thread that made it. The pictures are made on a worker thread.
///
/// It is honest about being no AI: it knows a handful of instructions, says which
/// one it followed, and says so when it knew none.
class DemoServer {
 public:
  /// Fails with ErrorKind::Network where no loopback port can be had.
  static Result<DemoServer> start();

  DemoServer(DemoServer&&) noexcept;
  DemoServer& operator=(DemoServer&&) noexcept;
  ~DemoServer();

  /// "http://127.0.0.1:PORT/v1"
  std::string base_url() const;

  /// What a request must carry as its Bearer key: other programs of this machine
  /// do not know it. New for each server.
  const std::string& key() const;

 private:
  class Impl;
  explicit DemoServer(std::unique_ptr<Impl> impl) noexcept;

  std::unique_ptr<Impl> impl_;
};

}  // namespace wordbrush::demo
