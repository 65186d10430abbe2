// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the plug-in's own libraries, this makes happen at a certain moment what
// else happens by bad luck. Each thing happens once, where WORDBRUSH_TEST_FOLDER holds
// a file of its name:
//   kill    the process is killed the moment an answer is kept
//   sync    it is killed while it waits for the disk
//   crash   it is killed in the middle of decoding an answer
//   whole   it is killed the moment a layer has its mask, and is not in the image
//   step    it is killed the moment the step of undo is open, which is still empty
//   begun   it is killed the moment a layer stands in the image
//   done    it is killed when all of an answer stands there, but is still on the disk
//   close   the plug-in finds the image closed when it comes to insert the answer
//           (GIMP itself keeps an image alive as long as a script's call holds it)
//   refuse  GIMP makes no layer (as long as the file is there)
#include <dlfcn.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

std::atomic<bool> is_kept = false;
std::atomic<int> closed_image = 0;

std::string file_of(const char* what) {
  const char* const folder = std::getenv("WORDBRUSH_TEST_FOLDER");
  return std::string(folder == nullptr ? "" : folder) + "/" + what;
}

bool is_wished(const char* what) {
  return access(file_of(what).c_str(), F_OK) == 0;
}

bool is_wished_once(const char* what) {
  return unlink(file_of(what).c_str()) == 0;
}

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

// The names and the parameters are those of the C library and of libgimp.
extern "C" {

int rename(const char* from, const char* to) noexcept {
  const int result = real<int(const char*, const char*)>("rename")(from, to);
  // A record's folder gets its name when all of it is there.
  if (result == 0 && std::string(from).find("/spool/.new-") != std::string::npos &&
      std::string(to).find("/.new-") == std::string::npos) {
    is_kept = true;
    if (is_wished_once("kill")) kill(getpid(), SIGKILL);
  }
  return result;
}

int fsync(int descriptor) {
  if (is_wished_once("sync")) kill(getpid(), SIGKILL);
  return real<int(int)>("fsync")(descriptor);
}

void* png_create_read_struct(const char* version, void* data, void* on_error, void* on_warning);
void* png_create_read_struct(const char* version, void* data, void* on_error, void* on_warning) {
  if (is_wished_once("crash")) kill(getpid(), SIGKILL);
  return real<void*(const char*, void*, void*, void*)>("png_create_read_struct")(
      version, data, on_error, on_warning);
}

int gimp_image_id_is_valid(int id);
int gimp_image_id_is_valid(int id) {
  if (is_kept && is_wished_once("close")) closed_image = id;
  if (id == closed_image) return 0;
  return real<int(int)>("gimp_image_id_is_valid")(id);
}

void* gimp_layer_new(void* image, const char* name, int width, int height, int type, double opacity,
                     int mode);
// NOLINTNEXTLINE(readability-function-size): libgimp's
void* gimp_layer_new(void* image, const char* name, int width, int height, int type, double opacity,
                     int mode) {
  if (is_wished("refuse")) return nullptr;
  return real<void*(void*, const char*, int, int, int, double, int)>("gimp_layer_new")(
      image, name, width, height, type, opacity, mode);
}

int gimp_layer_set_edit_mask(void* layer, int edit_mask);
int gimp_layer_set_edit_mask(void* layer, int edit_mask) {
  const int set = real<int(void*, int)>("gimp_layer_set_edit_mask")(layer, edit_mask);
  if (is_wished_once("whole")) kill(getpid(), SIGKILL);
  return set;
}

int gimp_image_undo_group_start(void* image);
int gimp_image_undo_group_start(void* image) {
  const int opened = real<int(void*)>("gimp_image_undo_group_start")(image);
  if (is_wished_once("step")) kill(getpid(), SIGKILL);
  return opened;
}

int gimp_image_insert_layer(void* image, void* layer, void* parent, int position);
int gimp_image_insert_layer(void* image, void* layer, void* parent, int position) {
  const int inserted = real<int(void*, void*, void*, int)>("gimp_image_insert_layer")(
      image, layer, parent, position);
  if (is_wished_once("begun")) kill(getpid(), SIGKILL);
  return inserted;
}

int gimp_displays_flush();
int gimp_displays_flush() {
  if (is_wished_once("done")) kill(getpid(), SIGKILL);
  return real<int()>("gimp_displays_flush")();
}
}
