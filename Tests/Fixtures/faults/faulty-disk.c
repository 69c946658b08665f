// A disk that fails when told to: loaded before the program (LD_PRELOAD), it stands between its calls and the system.
//
// It looks at the calls that change a folder (FAULTS_FOLDER) and does three things with them:
// - counts them, by call and by kind of file, in a page that outlives the process (FAULTS_STATE);
// - obeys rules (FAULTS_RULES): ends the process by SIGKILL before, in the middle of or after the N-th call of a class,
//   or lets calls from the N-th on end with an error;
// - writes down what was changed and what was synced (FAULTS_LOG), so that a power cut can be played afterwards.
// FAULTS_FILE_BYTES sets the size that no file may exceed (RLIMIT_FSIZE).
//
// A rule is `kill CALL/KIND N WHEN` or `error CALL/KIND N WHEN ERRNO COUNT`; rules are separated by `;`.
// CALL: write sync rename cut remove make or *. KIND: pages text spool wal db journal shm folder other
// or *.
// WHEN: before, half (of a write; other calls: before) or after. COUNT: how many calls; 0: all that follow.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum call { WRITE, SYNC, RENAME, CUT, REMOVE, MAKE, CALLS };
enum kind { PAGES, TEXT, SPOOL, WAL, DB, JOURNAL, SHM, FOLDER, OTHER, KINDS };
static const char *const call_names[] = {"write", "sync", "rename", "cut", "remove", "make"};
static const char *const kind_names[] = {"pages", "text", "spool", "wal", "db", "journal", "shm", "folder", "other"};

// What the page of FAULTS_STATE holds; read by the test.
struct state {
    _Atomic uint64_t total;
    _Atomic uint64_t counts[CALLS][KINDS];
    // How often a rule struck, and where it did so last.
    _Atomic uint64_t struck;
    char last[512];
};
static struct state private_state;
static struct state *state = &private_state;

enum when { BEFORE, HALF, AFTER };
struct rule {
    int kills, call, kind, when, error;
    uint64_t first, count;
    _Atomic uint64_t seen;
};
static struct rule rules[8];
static int rule_count;

static char folder[4096];
static size_t folder_length;
static int log_descriptor = -1;
// Held from a call to its line in the log, so that the log has the order of the calls.
static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;

static int named(const char *name, const char *const *names, int count) {
    for (int i = 0; i < count; i++)
        if (strcmp(name, names[i]) == 0) return i;
    return -1;
}

static void read_rules(char *text) {
    char *rest = NULL;
    for (char *line = strtok_r(text, ";", &rest); line; line = strtok_r(NULL, ";", &rest)) {
        char what[16] = "", call[16] = "", kind[16] = "", when[16] = "", error[16] = "EIO";
        unsigned long long first = 1, count = 1;
        int found = sscanf(line, " %15s %15[^/]/%15s %llu %15s %15s %llu", what, call, kind, &first, when, error, &count);
        if (found < 5 || rule_count == 8) { fprintf(stderr, "faulty-disk: no rule: %s\n", line); abort(); }
        struct rule *rule = &rules[rule_count++];
        rule->kills = strcmp(what, "kill") == 0;
        rule->call = named(call, call_names, CALLS);
        rule->kind = named(kind, kind_names, KINDS);
        rule->when = strcmp(when, "before") == 0 ? BEFORE : strcmp(when, "half") == 0 ? HALF : AFTER;
        rule->error = strcmp(error, "ENOSPC") == 0 ? ENOSPC : EIO;
        rule->first = first;
        rule->count = count;
    }
}

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("FAULTS_FOLDER");
    if (!path) return;
    folder_length = strlen(path);
    if (folder_length >= sizeof folder) abort();
    strcpy(folder, path);
    if ((path = getenv("FAULTS_STATE"))) {
        int descriptor = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
        void *page = mmap(NULL, sizeof *state, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
        if (descriptor < 0 || page == MAP_FAILED) abort();
        state = page;
    }
    if ((path = getenv("FAULTS_LOG"))) {
        log_descriptor =
            (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
        if (log_descriptor < 0) abort();
    }
    if ((path = getenv("FAULTS_FILE_BYTES"))) {
        struct rlimit limit = {strtoull(path, NULL, 10), RLIM_INFINITY};
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) abort();
        // As in a shell, whatever started the tests has set.
        signal(SIGXFSZ, SIG_DFL);
    }
    char *text = getenv("FAULTS_RULES");
    if (text) read_rules(strdup(text));
}

// MARK: Which file

// A path below the folder, without it; NULL: elsewhere.
static const char *below(const char *path) {
    if (!folder_length || strncmp(path, folder, folder_length) != 0) return NULL;
    if (path[folder_length] == 0) return "";
    return path[folder_length] == '/' ? path + folder_length + 1 : NULL;
}

static const char *absolute(int at, const char *path, char *room) {
    if (path[0] == '/') return path;
    char link[64];
    ssize_t length;
    if (at == AT_FDCWD) {
        length = getcwd(room, 2048) ? (ssize_t)strlen(room) : -1;
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", at);
        length = readlink(link, room, 2048);
    }
    if (length < 0) return "";
    room[length] = '/';
    strncpy(room + length + 1, path, 4096 - (size_t)length - 2);
    return room;
}

// The path of an open file below the folder; NULL: elsewhere, or no file.
static const char *path_of(int descriptor, char *room) {
    if (!folder_length) return NULL;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, room, 4095);
    if (length <= 0 || room[0] != '/') return NULL;
    room[length] = 0;
    return below(room);
}

static int ends(const char *path, const char *end) {
    size_t a = strlen(path), b = strlen(end);
    return a >= b && strcmp(path + a - b, end) == 0;
}

static enum kind kind_of(const char *path) {
    if (ends(path, "-wal")) return WAL;
    if (ends(path, "-shm")) return SHM;
    if (ends(path, "-journal")) return JOURNAL;
    if (ends(path, ".sqlite")) return DB;
    if (strstr(path, "/pages/")) return PAGES;
    if (strstr(path, "/text/")) return TEXT;
    if (strstr(path, "/.spool/")) return SPOOL;
    return OTHER;
}

// MARK: Counting and striking

static void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

struct strike {
    struct rule *rule;
    int dies_after;
};

// Counts a call. On `rule` it is to end with an error; a kill before the call does not return.
static struct strike count(enum call call, enum kind kind, const char *path, size_t *bytes) {
    atomic_fetch_add(&state->total, 1);
    atomic_fetch_add(&state->counts[call][kind], 1);
    struct strike strike = {NULL, 0};
    for (int i = 0; i < rule_count; i++) {
        struct rule *rule = &rules[i];
        if ((rule->call >= 0 && rule->call != (int)call) || (rule->kind >= 0 && rule->kind != (int)kind)) continue;
        uint64_t number = atomic_fetch_add(&rule->seen, 1) + 1;
        int halves = rule->when == HALF && call == WRITE && bytes && *bytes > 1;
        uint64_t last = rule->count ? rule->first + rule->count - 1 + (halves && !rule->kills) : UINT64_MAX;
        if (number < rule->first || number > (rule->kills ? rule->first : last)) continue;
        atomic_fetch_add(&state->struck, 1);
        snprintf(state->last, sizeof state->last, "%s %s %s", rule->when == AFTER ? "after" : halves ? "half" : "before",
            call_names[call], path);
        if (rule->kills && rule->when != AFTER && !halves) die();
        if (halves && number == rule->first) {
            *bytes /= 2;
            strike.dies_after |= rule->kills;
        } else if (rule->kills) {
            strike.dies_after = 1;
        } else {
            strike.rule = rule;
        }
    }
    return strike;
}

// The end of a call: what the caller gets to see.
static ssize_t outcome(struct strike strike, ssize_t result) {
    if (strike.dies_after) die();
    if (!strike.rule) return result;
    errno = strike.rule->error;
    return -1;
}

static int is_suppressed(struct strike strike) { return strike.rule && strike.rule->when != AFTER; }

// MARK: The log

enum change { CREATED = 1, WROTE, SIZED, RENAMED, REMOVED, MADE_FOLDER, SYNCED, SYNCED_FOLDER };
struct line {
    uint32_t change, path_bytes;
    uint64_t inode, offset, data_bytes;
};

static void put(enum change change, uint64_t inode, uint64_t offset, const char *path, const void *data, size_t bytes) {
    struct line line = {change, (uint32_t)strlen(path), inode, offset, bytes};
    struct iovec parts[] = {{&line, sizeof line}, {(void *)path, line.path_bytes}, {(void *)data, bytes}};
    size_t whole = sizeof line + line.path_bytes + bytes;
    if (syscall(SYS_writev, log_descriptor, parts, 3) != (ssize_t)whole) abort();
}

static uint64_t inode_of(int descriptor) {
    struct stat status;
    return fstat(descriptor, &status) == 0 ? status.st_ino : 0;
}

static void lock(void) { if (log_descriptor >= 0) pthread_mutex_lock(&log_lock); }

static void unlock(void) {
    if (log_descriptor < 0) return;
    int error = errno;
    pthread_mutex_unlock(&log_lock);
    errno = error;
}

static int is_logged(enum kind kind) { return log_descriptor >= 0 && kind != SHM; }

// MARK: The calls

static ssize_t any_write(int descriptor, const void *data, size_t bytes, off_t offset) {
    char room[4096];
    const char *path = path_of(descriptor, room);
    if (!path) {
        return offset < 0 ? syscall(SYS_write, descriptor, data, bytes)
                          : syscall(SYS_pwrite64, descriptor, data, bytes, offset);
    }
    enum kind kind = kind_of(path);
    lock();
    struct strike strike = count(WRITE, kind, path, &bytes);
    ssize_t result = 0;
    if (!is_suppressed(strike)) {
        result = offset < 0 ? syscall(SYS_write, descriptor, data, bytes)
                            : syscall(SYS_pwrite64, descriptor, data, bytes, offset);
        if (result > 0 && is_logged(kind)) {
            off_t start = offset < 0 ? lseek(descriptor, 0, SEEK_CUR) - result : offset;
            put(WROTE, inode_of(descriptor), (uint64_t)start, "", data, (size_t)result);
        }
    }
    result = outcome(strike, result);
    unlock();
    return result;
}

ssize_t write(int descriptor, const void *data, size_t bytes) { return any_write(descriptor, data, bytes, -1); }

ssize_t pwrite(int descriptor, const void *data, size_t bytes, off_t offset) {
    return any_write(descriptor, data, bytes, offset);
}

ssize_t pwrite64(int descriptor, const void *data, size_t bytes, off64_t offset) {
    return any_write(descriptor, data, bytes, offset);
}

static int any_sync(int descriptor, long number) {
    char room[4096];
    const char *path = path_of(descriptor, room);
    if (!path) return (int)syscall(number, descriptor);
    struct stat status;
    int is_folder = fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
    enum kind kind = is_folder ? FOLDER : kind_of(path);
    lock();
    struct strike strike = count(SYNC, kind, path, NULL);
    int result = 0;
    if (!is_suppressed(strike)) {
        result = (int)syscall(number, descriptor);
        if (result == 0 && is_logged(kind)) put(is_folder ? SYNCED_FOLDER : SYNCED, status.st_ino, 0, path, "", 0);
    }
    result = (int)outcome(strike, result);
    unlock();
    return result;
}

int fsync(int descriptor) { return any_sync(descriptor, SYS_fsync); }
int fdatasync(int descriptor) { return any_sync(descriptor, SYS_fdatasync); }

static int any_cut(int descriptor, off_t size) {
    char room[4096];
    const char *path = path_of(descriptor, room);
    if (!path) return (int)syscall(SYS_ftruncate, descriptor, size);
    enum kind kind = kind_of(path);
    lock();
    struct strike strike = count(CUT, kind, path, NULL);
    int result = 0;
    if (!is_suppressed(strike)) {
        result = (int)syscall(SYS_ftruncate, descriptor, size);
        if (result == 0 && is_logged(kind)) put(SIZED, inode_of(descriptor), (uint64_t)size, "", "", 0);
    }
    result = (int)outcome(strike, result);
    unlock();
    return result;
}

int ftruncate(int descriptor, off_t size) { return any_cut(descriptor, size); }
int ftruncate64(int descriptor, off64_t size) { return any_cut(descriptor, size); }

static int any_rename(const char *from, const char *to) {
    char room[4096], other[4096];
    const char *path = below(absolute(AT_FDCWD, from, room)), *name = below(absolute(AT_FDCWD, to, other));
    if (!path || !name) return (int)syscall(SYS_rename, from, to);
    enum kind kind = kind_of(path);
    lock();
    struct strike strike = count(RENAME, kind, path, NULL);
    int result = 0;
    if (!is_suppressed(strike)) {
        result = (int)syscall(SYS_rename, from, to);
        if (result == 0 && is_logged(kind)) put(RENAMED, 0, 0, path, name, strlen(name));
    }
    result = (int)outcome(strike, result);
    unlock();
    return result;
}

int rename(const char *from, const char *to) { return any_rename(from, to); }

static int any_remove(int at, const char *text, int flags) {
    char room[4096];
    const char *path = folder_length ? below(absolute(at, text, room)) : NULL;
    if (!path) return (int)syscall(SYS_unlinkat, at, text, flags);
    enum kind kind = kind_of(path);
    lock();
    struct strike strike = count(REMOVE, kind, path, NULL);
    int result = 0;
    if (!is_suppressed(strike)) {
        result = (int)syscall(SYS_unlinkat, at, text, flags);
        if (result == 0 && is_logged(kind)) put(REMOVED, 0, 0, path, "", 0);
    }
    result = (int)outcome(strike, result);
    unlock();
    return result;
}

int unlink(const char *path) { return any_remove(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return any_remove(AT_FDCWD, path, AT_REMOVEDIR); }
int unlinkat(int at, const char *path, int flags) { return any_remove(at, path, flags); }

int mkdir(const char *text, mode_t mode) {
    char room[4096];
    const char *path = folder_length ? below(absolute(AT_FDCWD, text, room)) : NULL;
    if (!path) return (int)syscall(SYS_mkdir, text, mode);
    lock();
    struct strike strike = count(MAKE, FOLDER, path, NULL);
    int result = 0;
    if (!is_suppressed(strike)) {
        result = (int)syscall(SYS_mkdir, text, mode);
        if (result == 0 && log_descriptor >= 0) put(MADE_FOLDER, 0, 0, path, "", 0);
    }
    result = (int)outcome(strike, result);
    unlock();
    return result;
}

// Opening counts only if it makes the file or empties it.
static int any_open(int at, const char *text, int flags, mode_t mode) {
    char room[4096];
    const char *path = NULL;
    if (folder_length && (flags & (O_CREAT | O_TRUNC)) && !(flags & O_DIRECTORY))
        path = below(absolute(at, text, room));
    struct stat status;
    if (!path) return (int)syscall(SYS_openat, at, text, flags, mode);
    enum kind kind = kind_of(path);
    lock();
    int is_there = fstatat(at, text, &status, 0) == 0;
    if (is_there && !((flags & O_TRUNC) && status.st_size > 0)) {
        int result = (int)syscall(SYS_openat, at, text, flags, mode);
        unlock();
        return result;
    }
    struct strike strike = count(is_there ? CUT : MAKE, kind, path, NULL);
    int result = 0;
    if (!is_suppressed(strike)) {
        result = (int)syscall(SYS_openat, at, text, flags, mode);
        if (result >= 0 && is_logged(kind)) put(is_there ? SIZED : CREATED, inode_of(result), 0, path, "", 0);
    }
    int open = result;
    result = (int)outcome(strike, result);
    if (result < 0 && open > 0) {
        int error = errno;
        close(open);
        errno = error;
    }
    unlock();
    return result;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list list; \
        va_start(list, flags); \
        mode = va_arg(list, mode_t); \
        va_end(list); \
    }

int open(const char *path, int flags, ...) { MODE(flags) return any_open(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return any_open(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return any_open(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return any_open(at, path, flags, mode); }
