/* SPDX-License-Identifier: MIT */
/* The table of jobs: its ceilings, its life, and who waits. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "server/job.h"

static bool can_withdraw;
static int withdrawn;
static int work; /* stands for it */

static bool withdraw(void *context, void *w)
{
    assert_ptr_equal(context, &withdrawn);
    assert_ptr_equal(w, &work);
    withdrawn += can_withdraw;
    return can_withdraw;
}

static jobs *table(size_t most, size_t bytes, double ttl)
{
    can_withdraw = true;
    withdrawn = 0;
    jobs *t = jobs_create(
        &(job_rules){.most = most, .bytes = bytes, .ttl = ttl, .withdraw = withdraw, .context = &withdrawn});
    assert_non_null(t);
    return t;
}

static job *open_job(jobs *t, size_t bytes)
{
    unsigned retry;
    job *j = jobs_open(t, &work, bytes, &retry);
    assert_non_null(j);
    return j;
}

static job_view look(job *j)
{
    job_view v;
    job_look(j, &v);
    return v;
}

/* Runs and ends with a body of so many bytes. */
static bool finish(job *j, unsigned status, size_t len)
{
    char *body = malloc(len + 1);
    assert_non_null(body);
    memset(body, 'x', len);
    assert_true(job_begin(j));
    if (job_finish(j, status, "application/json", body, len))
        return true;
    free(body);
    return false;
}

typedef struct {
    job_waiter waiter;
    atomic_int woken;
    atomic_bool gone;
} client;

static bool is_gone(job_waiter *w)
{
    return atomic_load(&((client *)w)->gone);
}

static void wake(job_waiter *w)
{
    atomic_fetch_add(&((client *)w)->woken, 1);
}

static client new_client(bool wants_result)
{
    return (client){.waiter = {.wants_result = wants_result, .gone = is_gone, .wake = wake}};
}

static bool woken_within(client *c, double seconds)
{
    for (int i = 0; i < seconds * 200 && !atomic_load(&c->woken); i++)
        usleep(5000);
    return atomic_load(&c->woken) == 1;
}

static void test_a_life(void **state)
{
    (void)state;
    jobs *t = table(4, 1000, 60);
    job *j = open_job(t, 10);
    assert_int_equal(look(j).state, JOB_QUEUED);
    assert_int_equal(look(j).pages, 0);
    assert_true(look(j).created && !look(j).started && !look(j).finished && !look(j).expires);
    assert_true(job_begin(j));
    assert_int_equal(look(j).state, JOB_RUNNING);
    job_progress(j, 3, 50);
    assert_int_equal(look(j).pages_done, 3);
    assert_int_equal(look(j).pages, 50);
    assert_true(job_finish(j, 200, "text/csv", strdup("a,b"), 3));
    job_view v = look(j);
    assert_int_equal(v.state, JOB_DONE);
    assert_int_equal(v.status, 200);
    assert_string_equal(v.type, "text/csv");
    assert_memory_equal(v.body, "a,b", 3);
    assert_int_equal(v.expires - v.finished, 60);
    assert_false(job_cancel(j));
    job *again = jobs_find(t, v.id);
    assert_ptr_equal(again, j);
    job_release(again);
    assert_null(jobs_find(t, "00000000000000000000000000000000"));
    assert_null(jobs_find(t, ""));
    job_forget(j);
    assert_null(jobs_find(t, v.id));
    assert_memory_equal(look(j).body, "a,b", 3); /* who holds it still reads it */
    job_release(j);
    jobs_destroy(t);
}

static void test_a_failure_keeps_its_problem(void **state)
{
    (void)state;
    jobs *t = table(4, 1000, 60);
    job *j = open_job(t, 10);
    assert_true(finish(j, 422, 20));
    assert_int_equal(look(j).state, JOB_FAILED);
    assert_int_equal(look(j).status, 422);
    assert_int_equal(look(j).len, 20);
    job_release(j);
    jobs_destroy(t);
}

static void test_ids_differ(void **state)
{
    (void)state;
    enum { N = 200 };
    jobs *t = table(N, 1000, 60);
    job *all[N];
    for (size_t i = 0; i < N; i++) {
        all[i] = open_job(t, 0);
        const char *id = look(all[i]).id;
        assert_int_equal(strlen(id), JOB_ID);
        assert_int_equal(strspn(id, "0123456789abcdef"), JOB_ID);
        for (size_t k = 0; k < i; k++) /* nor does one tell of the next */
            assert_int_not_equal(strncmp(id, look(all[k]).id, 12), 0);
    }
    for (size_t i = 0; i < N; i++)
        job_release(all[i]);
    assert_int_equal(jobs_close(t, true), N);
    jobs_destroy(t);
}

static void test_the_number_is_bounded(void **state)
{
    (void)state;
    unsigned retry = 0;
    jobs *t = table(2, 1000, 60);
    job *a = open_job(t, 1), *b = open_job(t, 1);
    assert_null(jobs_open(t, &work, 1, &retry));
    assert_int_equal(retry, 5); /* nothing is known of when */
    assert_true(finish(a, 200, 1));
    assert_null(jobs_open(t, &work, 1, &retry)); /* a finished one is kept */
    assert_in_range(retry, 55, 60);
    assert_true(job_cancel(b)); /* a cancelled one makes room */
    assert_int_equal(withdrawn, 1);
    job *c = open_job(t, 1);
    assert_null(jobs_find(t, look(b).id));
    job_forget(a);
    job *d = open_job(t, 1);
    job *all[] = {a, b, c, d};
    for (size_t i = 0; i < 4; i++)
        job_release(all[i]);
    assert_int_equal(jobs_close(t, true), 2);
    jobs_destroy(t);
}

static void test_the_bytes_are_bounded(void **state)
{
    (void)state;
    unsigned retry = 0;
    jobs *t = table(10, 100, 60);
    job *a = open_job(t, 60);
    assert_null(jobs_open(t, &work, 41, &retry));
    assert_true(retry > 0);
    job *b = open_job(t, 40);
    assert_true(finish(a, 200, 10)); /* its body is no more */
    job *c = open_job(t, 50);
    assert_true(job_begin(b));
    char *large = malloc(41);
    assert_false(job_finish(b, 200, "text/csv", large, 41)); /* 10 + 50 + 41 */
    assert_int_equal(look(b).state, JOB_RUNNING);
    free(large);
    assert_true(job_finish(b, 503, "application/problem+json", strdup("full"), 4)); /* a problem has always room */
    assert_int_equal(look(b).state, JOB_FAILED);
    assert_null(jobs_open(t, &work, 37, &retry));
    job *d = open_job(t, 36);
    assert_true(job_cancel(c)); /* withdrawn: its body is free at once */
    job *e = open_job(t, 50);
    job_forget(a);
    job *f = open_job(t, 10);
    assert_null(jobs_open(t, &work, 101, &retry));
    job *all[] = {a, b, c, d, e, f};
    for (size_t i = 0; i < 6; i++)
        job_release(all[i]);
    jobs_close(t, true);
    jobs_destroy(t);
}

static void test_expiry(void **state)
{
    (void)state;
    char id[JOB_ID + 1];
    jobs *t = table(1, 100, 0.2);
    job *j = open_job(t, 1);
    strcpy(id, look(j).id);
    usleep(300000); /* an unfinished one does not expire */
    assert_true(finish(j, 200, 80));
    job_release(j);
    j = jobs_find(t, id);
    assert_non_null(j);
    job_release(j);
    usleep(300000);
    assert_null(jobs_find(t, id));
    j = open_job(t, 90); /* place and bytes are free again */
    job_release(j);
    jobs_close(t, true);
    jobs_destroy(t);
}

static void test_cancelling_running_work(void **state)
{
    (void)state;
    jobs *t = table(4, 100, 60);
    can_withdraw = false;
    job *j = open_job(t, 100);
    assert_true(job_begin(j));
    assert_false(job_is_cancelled(j));
    assert_true(job_cancel(j));
    assert_false(job_cancel(j));
    assert_true(job_is_cancelled(j));
    assert_int_equal(look(j).state, JOB_CANCELLED);
    unsigned retry;
    assert_null(jobs_open(t, &work, 1, &retry)); /* until the work lets go its body is there */
    assert_true(job_finish(j, 200, "text/csv", strdup("late"), 4));
    assert_int_equal(look(j).state, JOB_CANCELLED);
    assert_null(look(j).body);
    job_release(j);
    job_release(open_job(t, 100));
    can_withdraw = true;
    jobs_close(t, true);
    jobs_destroy(t);
}

static void test_cancelled_before_it_began(void **state)
{
    (void)state;
    jobs *t = table(4, 100, 60);
    can_withdraw = false; /* a worker has it in hand */
    job *j = open_job(t, 100);
    assert_true(job_cancel(j));
    job_forget(j); /* even off the table it keeps its bytes until the work is over */
    unsigned retry;
    assert_null(jobs_open(t, &work, 1, &retry));
    assert_false(job_begin(j));
    assert_true(job_finish(j, 0, NULL, NULL, 0));
    job_release(j);
    can_withdraw = true;
    job_release(open_job(t, 100));
    jobs_close(t, true);
    jobs_destroy(t);
}

static void test_waiting(void **state)
{
    (void)state;
    jobs *t = table(4, 100, 60);
    job *j = open_job(t, 1);
    client until_done = new_client(false), short_wait = new_client(true), leaves = new_client(false);
    assert_true(job_wait(j, &until_done.waiter, 30));
    assert_true(job_wait(j, &short_wait.waiter, 0.1));
    assert_true(job_wait(j, &leaves.waiter, 30));
    assert_true(woken_within(&short_wait, 1));
    assert_int_equal(atomic_load(&until_done.woken), 0);
    atomic_store(&leaves.gone, true);
    assert_true(woken_within(&leaves, 3));
    assert_int_equal(atomic_load(&until_done.woken), 0);
    assert_true(finish(j, 200, 1));
    assert_int_equal(atomic_load(&until_done.woken), 1);
    client late = new_client(false);
    assert_false(job_wait(j, &late.waiter, 30));
    job_release(j);

    j = open_job(t, 1);
    client other = new_client(false);
    assert_true(job_wait(j, &other.waiter, 30));
    assert_true(job_cancel(j));
    assert_int_equal(atomic_load(&other.woken), 1);
    job_release(j);
    jobs_destroy(t);
}

static void test_closing(void **state)
{
    (void)state;
    unsigned retry = 7;
    jobs *t = table(4, 100, 60);
    job *a = open_job(t, 1), *b = open_job(t, 1), *c = open_job(t, 1);
    client state_only = new_client(false), result = new_client(true), late = new_client(false);
    assert_true(finish(c, 200, 1));
    assert_true(job_wait(a, &state_only.waiter, 30));
    assert_true(job_wait(b, &result.waiter, 30));
    assert_int_equal(jobs_close(t, false), 1); /* a: nobody can come for its result */
    assert_int_equal(look(a).state, JOB_CANCELLED);
    assert_int_equal(atomic_load(&state_only.woken), 1);
    assert_int_equal(look(b).state, JOB_QUEUED);
    assert_int_equal(look(c).state, JOB_DONE);
    assert_null(jobs_open(t, &work, 1, &retry));
    assert_int_equal(retry, 0);
    assert_false(job_wait(b, &late.waiter, 30));
    assert_int_equal(jobs_close(t, true), 1);
    assert_int_equal(atomic_load(&result.woken), 1);
    job_release(a);
    job_release(b);
    job_release(c);
    jobs_destroy(t);
}

/* ---- many at once ---- */

enum { THREADS = 4, ROUNDS = 2000 };

static void *churn(void *context)
{
    jobs *t = context;
    unsigned seed = (unsigned)(uintptr_t)&seed, retry;
    for (int i = 0; i < ROUNDS; i++) {
        job *j = jobs_open(t, &work, 1, &retry);
        if (!j)
            continue;
        job_view v = look(j);
        job *same = jobs_find(t, v.id);
        if (rand_r(&seed) % 3 == 0)
            job_cancel(j);
        job_begin(j);
        char *body = strdup("x");
        if (!job_finish(j, 200, "text/csv", body, 1))
            free(body);
        if (rand_r(&seed) % 2)
            job_forget(j);
        job_release(same);
        job_release(j);
    }
    return NULL;
}

static void test_many_at_once(void **state)
{
    (void)state;
    pthread_t ids[THREADS];
    jobs *t = table(50, 1000, 0.01);
    can_withdraw = false;
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&ids[i], NULL, churn, t), 0);
    for (int i = 0; i < THREADS; i++)
        pthread_join(ids[i], NULL);
    usleep(100000);
    for (int i = 0; i < 50; i++) /* all places are free */
        job_release(open_job(t, 20));
    can_withdraw = true;
    assert_int_equal(jobs_close(t, true), 50);
    jobs_destroy(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_life),
        cmocka_unit_test(test_a_failure_keeps_its_problem),
        cmocka_unit_test(test_ids_differ),
        cmocka_unit_test(test_the_number_is_bounded),
        cmocka_unit_test(test_the_bytes_are_bounded),
        cmocka_unit_test(test_expiry),
        cmocka_unit_test(test_cancelling_running_work),
        cmocka_unit_test(test_cancelled_before_it_began),
        cmocka_unit_test(test_waiting),
        cmocka_unit_test(test_closing),
        cmocka_unit_test(test_many_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
