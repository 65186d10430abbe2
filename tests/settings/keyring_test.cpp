// SPDX-License-Identifier: GPL-3.0-or-later
// The KeyStore with a real secret service, unlocked: started by with_keyring.py.
#include <gtest/gtest.h>
#include <libsecret/secret.h>

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"
#include "settings/key_calls.h"
#include "settings/key_store.h"
#include "settings/temp_folder.h"

namespace wordbrush::settings {
namespace {

using test::lookup;
using test::remove;
using test::save;

class KeyringTest : public testing::Test {
 protected:
  ~KeyringTest() override {
    // A test may have left a file that nothing can be removed from.
    static_cast<void>(remove(store_, "Home", "h"));
    static_cast<void>(remove(store_, "Work", "h"));
  }

  bool file_is_there() const { return std::filesystem::exists(folder_.path() / "keys.ini"); }

  test::TempFolder folder_;
  KeyStore store_{folder_.path()};
};

TEST_F(KeyringTest, KeepsAKeyInTheService) {
  EXPECT_EQ(save(store_, "Home", "h", " sk-1\n"), KeyPlace::SecretService);
  EXPECT_FALSE(file_is_there());

  KeyStore again(folder_.path());
  const auto found = lookup(again, "Home", "h");
  ASSERT_TRUE(found) << found.error().detail;
  EXPECT_EQ(found->key, "sk-1");
  EXPECT_EQ(found->place, KeyPlace::SecretService);
}

TEST_F(KeyringTest, IsReadWithoutAskingWhileItIsUnlocked) {
  ASSERT_TRUE(save(store_, "Home", "h", "sk-1"));
  const auto found = lookup(store_, "Home", "h", Unlock::Never);
  ASSERT_TRUE(found) << found.error().detail;
  EXPECT_EQ(found->key, "sk-1");
  EXPECT_FALSE(lookup(store_, "Home", "evil", Unlock::Never));
}

TEST_F(KeyringTest, GivesAKeyOnlyToItsNameAndHost) {
  ASSERT_TRUE(save(store_, "Home", "h", "sk-1"));
  EXPECT_TRUE(lookup(store_, "Home", "H"));
  EXPECT_FALSE(lookup(store_, "Home", "evil"));
  EXPECT_FALSE(lookup(store_, "Work", "h"));
}

TEST_F(KeyringTest, ReplacesAndRemovesAKey) {
  ASSERT_TRUE(save(store_, "Home", "h", "sk-old"));
  ASSERT_TRUE(save(store_, "Work", "h", "sk-work"));
  ASSERT_TRUE(save(store_, "Home", "h", "sk-new"));
  EXPECT_EQ(lookup(store_, "Home", "h")->key, "sk-new");
  EXPECT_TRUE(remove(store_, "Home", "h"));
  EXPECT_FALSE(lookup(store_, "Home", "h"));
  EXPECT_EQ(lookup(store_, "Work", "h")->key, "sk-work");
}

TEST_F(KeyringTest, RemovingWhatIsNotThereIsNoError) {
  EXPECT_TRUE(remove(store_, "Home", "h"));
}

const std::string older = "[key 1]\nconnection=Home\nhost=h\nkey=sk-file\n";

TEST_F(KeyringTest, SavingErasesTheFilesOlderCopy) {
  folder_.write("keys.ini", older + "\n[key 2]\nconnection=Work\nhost=h\nkey=sk-other\n");
  EXPECT_EQ(save(store_, "Home", "h", "sk-1"), KeyPlace::SecretService);
  EXPECT_FALSE(folder_.read("keys.ini").contains("sk-file"));
  EXPECT_TRUE(folder_.read("keys.ini").contains("sk-other"));
  EXPECT_EQ(lookup(store_, "Home", "h")->key, "sk-1");
}

TEST_F(KeyringTest, ACopyInTheFileIsTheNewerOne) {
  ASSERT_TRUE(save(store_, "Home", "h", "sk-1"));
  folder_.write("keys.ini", older);
  const auto found = lookup(store_, "Home", "h");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->key, "sk-file");
  EXPECT_EQ(found->place, KeyPlace::File);
}

TEST_F(KeyringTest, RemovesBothCopies) {
  ASSERT_TRUE(save(store_, "Home", "h", "sk-1"));
  folder_.write("keys.ini", older);
  EXPECT_TRUE(remove(store_, "Home", "h"));
  EXPECT_FALSE(lookup(store_, "Home", "h"));
}

TEST_F(KeyringTest, WorksBesideADamagedFile) {
  folder_.write("keys.ini", "damaged");
  EXPECT_EQ(save(store_, "Home", "h", "sk-1"), KeyPlace::SecretService);
  EXPECT_EQ(lookup(store_, "Home", "h")->key, "sk-1");
  EXPECT_EQ(folder_.read("keys.ini"), "damaged");
}

TEST_F(KeyringTest, DestroyedBeforeTheAnswerWritesNoFile) {
  int answers = 0;
  {
    KeyStore gone(folder_.path());
    gone.save("Home", "h", "sk-1", [&answers](const auto&) { ++answers; });
    // Past the first turn: the service is being asked.
    g_main_context_iteration(nullptr, FALSE);
  }
  EXPECT_FALSE(lookup(store_, "Work", "h"));
  test::run_for(std::chrono::milliseconds(100));
  EXPECT_EQ(answers, 0);
  EXPECT_FALSE(file_is_there());
}

/// Locks the default keyring, as the desktop does when the user leaves.
void lock_keyring() {
  GErrorPtr error;
  const auto service = GObjectPtr<SecretService>::adopt(
      secret_service_get_sync(SECRET_SERVICE_LOAD_COLLECTIONS, nullptr, out(error)));
  ASSERT_TRUE(service) << error->message;
  using Collections =
      std::unique_ptr<GList, decltype([](GList* list) { g_list_free_full(list, g_object_unref); })>;
  const Collections all(secret_service_get_collections(service.get()));
  secret_service_lock_sync(service.get(), all.get(), nullptr, nullptr, out(error));
}

// The last test: nothing here can unlock the keyring again.
TEST(ZLockedKeyringTest, SavesNewKeysInTheFileAndTellsThatItKeepsTheOldOne) {
  const test::TempFolder folder;
  KeyStore store(folder.path());
  ASSERT_EQ(save(store, "Home", "h", "sk-old"), KeyPlace::SecretService);
  lock_keyring();

  EXPECT_FALSE(lookup(store, "Home", "h"));
  EXPECT_EQ(save(store, "Home", "h", "sk-new"), KeyPlace::File);
  EXPECT_EQ(lookup(store, "Home", "h")->key, "sk-new");
  const auto removed = remove(store, "Home", "h");
  EXPECT_FALSE(removed) << "the old key is still in the keyring";
  EXPECT_FALSE(folder.read("keys.ini").contains("sk-new"));
}

}  // namespace
}  // namespace wordbrush::settings
