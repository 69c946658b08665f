// Tells ThreadSanitizer of the order that Swift's Mutex makes.
//
// The fast ways of Synchronization.Mutex are inlined and seen. The slow ones, taken when two threads meet, lie in the
// system's library, which is not instrumented: everything that a lock taken there guards is then reported as a race.
// Loaded before that library (LD_PRELOAD), this makes the same calls and says what they order. It hides nothing: two
// accesses that no lock orders are reported as before.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define LOCK_SLOW "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK_SLOW "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

// Weak: the programs that start the tests are not instrumented.
extern void __tsan_acquire(void *) __attribute__((weak));
extern void __tsan_release(void *) __attribute__((weak));

typedef __attribute__((swiftcall)) void lock_slow(uint32_t thread, __attribute__((swift_context)) void *handle);
typedef __attribute__((swiftcall)) void unlock_slow(__attribute__((swift_context)) void *handle);

__attribute__((swiftcall)) void ordered_lock(uint32_t thread, __attribute__((swift_context)) void *handle) __asm__(LOCK_SLOW);
__attribute__((swiftcall)) void ordered_unlock(__attribute__((swift_context)) void *handle) __asm__(UNLOCK_SLOW);

__attribute__((swiftcall)) void ordered_lock(uint32_t thread, __attribute__((swift_context)) void *handle) {
    lock_slow *real = (lock_slow *)dlsym(RTLD_NEXT, LOCK_SLOW);
    real(thread, handle);
    if (__tsan_acquire) __tsan_acquire(handle);
}

__attribute__((swiftcall)) void ordered_unlock(__attribute__((swift_context)) void *handle) {
    if (__tsan_release) __tsan_release(handle);
    unlock_slow *real = (unlock_slow *)dlsym(RTLD_NEXT, UNLOCK_SLOW);
    real(handle);
}
