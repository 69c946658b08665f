// What Swift sees of SQLite.
#pragma once
#include <sqlite3.h>

// sqlite3_config is variadic. Before the first connection: without statistics no call of malloc takes a mutex.
static inline int newshound_sqlite_without_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
