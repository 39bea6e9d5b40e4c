/* SPDX-License-Identifier: MIT */
/* child.c - see child.h. */
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "log.h"

#if defined(__x86_64__)
#define OWN_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCH AUDIT_ARCH_AARCH64
#else
#define OWN_ARCH 0
#endif

static struct {
    bool network, filter, landlock;
} granted;

/* ---- inside the child, between fork and exec: only what is safe there ---- */

#define DENY(error) BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (error))
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define NUMBER BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, nr))
#define ARGUMENT(n) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)(offsetof(struct seccomp_data, args) + 8u * (n)))
#define UNLESS(value, skip) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(value), 0, skip)
#define REFUSE(call) UNLESS(SYS_##call, 1), DENY(EPERM)

/* No sockets but between its own parts, no process but itself, no hand on other processes, no way out of the group. */
static bool filter_calls(void)
{
    uint32_t self = (uint32_t)getpid();
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCH, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        NUMBER,
#ifdef __x86_64__
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000u, 0, 1), /* the x32 calls */
        DENY(ENOSYS),
        REFUSE(fork),
        REFUSE(vfork),
#endif
        REFUSE(socket),
        REFUSE(connect),
        REFUSE(bind),
        REFUSE(listen),
        REFUSE(ptrace),
        REFUSE(process_vm_readv),
        REFUSE(process_vm_writev),
        REFUSE(unshare),
        REFUSE(setns),
        REFUSE(setpgid),
        REFUSE(setsid),
        REFUSE(mount),
        REFUSE(umount2),
        REFUSE(pivot_root),
        REFUSE(chroot),
        REFUSE(bpf),
        REFUSE(perf_event_open),
        REFUSE(userfaultfd),
        REFUSE(keyctl),
        REFUSE(add_key),
        REFUSE(request_key),
        REFUSE(io_uring_setup),
        REFUSE(io_uring_enter),
        REFUSE(io_uring_register),
        REFUSE(pidfd_open),
        REFUSE(pidfd_send_signal),
        REFUSE(pidfd_getfd),
        REFUSE(tkill),
        REFUSE(rt_sigqueueinfo),
        UNLESS(SYS_clone3, 1),
        DENY(ENOSYS), /* libc falls back to clone */
        UNLESS(SYS_clone, 3),
        ARGUMENT(0),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
        DENY(EPERM),
        NUMBER,
        UNLESS(SYS_kill, 4),
        ARGUMENT(0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, self, 1, 0),
        DENY(EPERM),
        ALLOW,
        UNLESS(SYS_tgkill, 4), /* abort() */
        ARGUMENT(0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, self, 1, 0),
        DENY(EPERM),
        ALLOW,
        ALLOW,
    };
    struct sock_fprog program = {sizeof code / sizeof *code, code};
    return OWN_ARCH && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* Writing below the directory and to /dev/null only. */
static bool confine_writes(const char *directory)
{
    uint64_t writes = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                      LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                      LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
                      LANDLOCK_ACCESS_FS_MAKE_SYM;
    struct landlock_ruleset_attr attr = {.handled_access_fs = writes};
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
    bool ok = ruleset >= 0;
    const char *paths[] = {directory, "/dev/null"};
    for (int i = 0; i < 2 && ok; i++) {
        struct landlock_path_beneath_attr rule = {.allowed_access = i ? LANDLOCK_ACCESS_FS_WRITE_FILE : writes,
                                                  .parent_fd = open(paths[i], O_PATH | O_CLOEXEC)};
        if (rule.parent_fd < 0)
            continue; /* no /dev/null in the image */
        ok = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
        close(rule.parent_fd);
    }
    ok = ok && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    if (ruleset >= 0)
        close(ruleset);
    return ok;
}

static bool limit(__rlimit_resource_t what, rlim_t most)
{
    struct rlimit l = {most, most};
    return setrlimit(what, &l) == 0;
}

static void close_from(unsigned first)
{
#ifdef SYS_close_range
    if (syscall(SYS_close_range, first, ~0u, 0) == 0)
        return;
#endif
    struct rlimit l;
    unsigned last = getrlimit(RLIMIT_NOFILE, &l) == 0 && l.rlim_cur < 65536 ? (unsigned)l.rlim_cur : 65536;
    for (unsigned fd = first; fd < last; fd++)
        close((int)fd);
}

/* AddressSanitizer reserves more address space than any limit; a build under it bounds all but that. */
#ifdef __SANITIZE_ADDRESS__
enum { WATCHED = 1 };
#else
enum { WATCHED = 0 };
#endif

static _Noreturn void become(const child_order *o, char *const *environment, int out, int err)
{
    sigset_t none;
    int null = open("/dev/null", O_RDONLY);
    bool ok = setpgid(0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
    signal(SIGPIPE, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (null >= 0)
        ok &= dup2(null, 0) == 0;
    else
        close(0);
    ok &= dup2(out, 1) == 1 && dup2(err, 2) == 2;
    close_from(3);
    ok &= chdir(o->directory) == 0;
    ok &= limit(RLIMIT_CPU, o->cpu) && limit(RLIMIT_AS, WATCHED ? RLIM_INFINITY : o->memory) &&
          limit(RLIMIT_FSIZE, o->file_size) && limit(RLIMIT_NOFILE, 64) && limit(RLIMIT_CORE, 0);
    if (granted.network)
        ok &= unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
    ok &= prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    if (granted.landlock)
        ok &= confine_writes(o->directory);
    if (granted.filter)
        ok &= filter_calls();
    if (ok)
        execve(o->argv[0], (char *const *)(size_t)(const void *)o->argv, environment);
    _exit(127);
}

/* ---- outside ---- */

static double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* What came from a pipe; false: it has ended. */
static bool take(int fd, char *to, size_t room, size_t *len)
{
    char rest[4096];
    bool full = *len >= room;
    ssize_t n = read(fd, full ? rest : to + *len, full ? sizeof rest : room - *len);
    if (n > 0) {
        *len += full ? 0 : (size_t)n;
        return true;
    }
    return n < 0 && (errno == EAGAIN || errno == EINTR);
}

static void keep_printable(char *s, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)s[i] < ' ' || (unsigned char)s[i] > '~')
            s[i] = ' ';
    while (len && s[len - 1] == ' ')
        len--;
    s[len] = 0;
}

/* Reads until both pipes end or something is up; then the child is no more. */
static void watch(const child_order *o, pid_t pid, int out, int err, child_result *r)
{
    double until = seconds_now() + o->seconds;
    size_t room = 65536, complaint = 0;
    struct pollfd pipes[2] = {{.fd = out, .events = POLLIN}, {.fd = err, .events = POLLIN}};
    int status = 0;
    bool gone = false;
    r->end = CHILD_EXITED;
    r->output = malloc(room + 1);
    while (r->output && r->end == CHILD_EXITED) {
        bool open_pipes = pipes[0].fd >= 0 || pipes[1].fd >= 0;
        if (!open_pipes && waitpid(pid, &status, WNOHANG) == pid) {
            gone = true;
            break;
        }
        poll(pipes, 2, open_pipes ? 50 : 2);
        if (pipes[0].revents && !take(out, r->output, room, &r->len))
            pipes[0].fd = -1;
        if (pipes[1].revents && !take(err, r->complaint, sizeof r->complaint - 1, &complaint))
            pipes[1].fd = -1;
        if (r->len == room) {
            char *wider = room < o->output ? realloc(r->output, room * 2 + 1) : NULL;
            if (!wider) {
                r->end = CHILD_TOO_MUCH;
                break;
            }
            r->output = wider;
            room *= 2;
        }
        if (o->cancelled && o->cancelled(o->context))
            r->end = CHILD_CANCELLED;
        else if (seconds_now() > until)
            r->end = CHILD_LIMITED;
    }
    if (!r->output)
        r->end = CHILD_FAILED;
    kill(-pid, SIGKILL); /* its group, whatever is left of it */
    kill(pid, SIGKILL);  /* before it had a group */
    while (!gone && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    keep_printable(r->complaint, complaint);
    if (r->end == CHILD_EXITED && WIFSIGNALED(status)) {
        r->status = WTERMSIG(status);
        bool limited = r->status == SIGXCPU || r->status == SIGXFSZ || r->status == SIGKILL;
        r->end = limited ? CHILD_LIMITED : CHILD_CRASHED;
    } else if (r->end == CHILD_EXITED) {
        r->status = WEXITSTATUS(status);
        r->output[r->len] = 0;
        if (r->status == 127)
            r->end = CHILD_FAILED;
    }
    if (r->end != CHILD_EXITED) {
        free(r->output);
        r->output = NULL;
        r->len = 0;
    }
}

void child_run(const child_order *o, child_result *r)
{
    /* nothing of the service's environment but where programs and their data are */
    static const char *const KEPT[] = {"PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH"};
    char kept[3][1024], temporary[PATH_MAX + 8], home[PATH_MAX + 8];
    char *environment[8] = {"LANG=C.UTF-8", "OMP_THREAD_LIMIT=1"};
    int out[2] = {-1, -1}, err[2] = {-1, -1};
    size_t n = 2;
    *r = (child_result){.end = CHILD_FAILED};
    for (size_t i = 0; i < 3; i++) {
        const char *value = getenv(KEPT[i]);
        if (value && (size_t)snprintf(kept[i], sizeof kept[i], "%s=%s", KEPT[i], value) < sizeof kept[i])
            environment[n++] = kept[i];
    }
    snprintf(temporary, sizeof temporary, "TMPDIR=%s", o->directory);
    snprintf(home, sizeof home, "HOME=%s", o->directory);
    environment[n++] = temporary;
    environment[n++] = home;
    environment[n] = NULL;
    if (pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) {
        snprintf(r->complaint, sizeof r->complaint, "no pipe");
        if (out[0] >= 0) {
            close(out[0]);
            close(out[1]);
        }
        return;
    }
    fcntl(out[0], F_SETFL, O_NONBLOCK);
    fcntl(err[0], F_SETFL, O_NONBLOCK);
    pid_t pid = fork();
    if (pid == 0)
        become(o, environment, out[1], err[1]);
    close(out[1]);
    close(err[1]);
    if (pid > 0)
        watch(o, pid, out[0], err[0], r);
    else
        snprintf(r->complaint, sizeof r->complaint, "no process");
    close(out[0]);
    close(err[0]);
}

bool child_find(const char *name, const char *beside, char *out, size_t size)
{
    const char *path = getenv("PATH");
    if (beside && (size_t)snprintf(out, size, "%s/%s", beside, name) < size && access(out, X_OK) == 0)
        return true;
    for (const char *p = path ? path : "/usr/local/bin:/usr/bin:/bin"; *p;) {
        size_t n = strcspn(p, ":");
        if (n > 0 && *p == '/' && (size_t)snprintf(out, size, "%.*s/%s", (int)n, p, name) < size &&
            access(out, X_OK) == 0)
            return true;
        p += n + (p[n] == ':');
    }
    return false;
}

static bool tried(bool (*what)(void))
{
    pid_t pid = fork();
    int status = 1;
    if (pid == 0)
        _exit(what() ? 0 : 1);
    return pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool try_network(void)
{
    return unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
}

static bool try_filter(void)
{
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && filter_calls();
}

static bool try_landlock(void)
{
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && confine_writes("/");
}

void child_probe(bool quiet)
{
    granted.network = tried(try_network);
    granted.filter = tried(try_filter);
    granted.landlock = tried(try_landlock);
    if (!quiet)
        log_event("sandbox", "network_namespace", granted.network ? "yes" : "no", "seccomp",
                  granted.filter ? "yes" : "no", "landlock", granted.landlock ? "yes" : "no", NULL);
}

bool child_directory(char *out, size_t size)
{
    const char *under = getenv("TMPDIR");
    return (size_t)snprintf(out, size, "%s/baocao-XXXXXX", under && *under == '/' ? under : "/tmp") < size &&
           mkdtemp(out) != NULL;
}

static int remove_one(const char *path, const struct stat *s, int kind, struct FTW *at)
{
    (void)s;
    (void)kind;
    (void)at;
    return remove(path) != 0 && errno != ENOENT;
}

void child_directory_remove(const char *directory)
{
    if (nftw(directory, remove_one, 8, FTW_DEPTH | FTW_PHYS | FTW_MOUNT) != 0)
        log_event("temporary_left", "path", directory, "message", strerror(errno), NULL);
}
