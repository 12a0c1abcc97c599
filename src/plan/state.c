/* SPDX-License-Identifier: EUPL-1.2
 *
 * The counts behind a plan being searched.  This is what the search spends its
 * time in.
 */
#include "config.h"

#include "base/mem.h"
#include "plan/state.h"

/* Rooms of all groups together, at most (a quarter of a GB). */
#define ROOMS_MAX ((size_t)1 << 26)

/* ---- making ---- */

/* How many rooms a group has. */
static size_t
rooms_of(const struct plan_model *m, const struct plan_group *g)
{
	if (g->over > 0)
		return PLAN_WEEKS_MAX;
	return (size_t)m->days * (g->band ? (size_t)m->bands : 1);
}

/* Rooms for each day, band of a day or week, as large as what the group's cap
 * leaves. */
static bool
make_rooms(struct state *s)
{
	const struct plan_model *m = s->m;
	const struct plan_group *group = m->group;
	size_t rooms = 0, k;
	uint32_t *first;
	int g, i;

	first = mem_alloc(((size_t)m->n_groups + 1) * sizeof *first);
	if (first == NULL)
		return false;
	for (g = 0; g < m->n_groups && rooms <= ROOMS_MAX; g++) {
		first[g] = (uint32_t)rooms;
		rooms += rooms_of(m, &group[g]);
	}
	if (rooms <= ROOMS_MAX)
		s->room = mem_alloc((rooms + 1) * sizeof *s->room);
	for (g = 0; s->room != NULL && g < m->n_groups; g++)
		for (k = 0; k < rooms_of(m, &group[g]); k++)
			s->room[first[g] + k] =
			    group[g].over > 0
				? plan_group_room(&group[g], (int)k)
				: group[g].cap;
	for (i = 0; i < m->group_at[m->n_meetings]; i++) {
		g = m->group_of[i];
		s->member[i] =
		    (struct member){ first[g], group[g].over, group[g].band };
	}
	mem_free(first);
	return s->room != NULL;
}

/* The links of each meeting, counted and then filled in from behind. */
static void
index_links(struct state *s)
{
	const struct plan_link *link = s->m->link;
	int i;

	for (i = 0; i < s->m->n_links; i++) {
		s->link_at[link[i].before]++;
		s->link_at[link[i].after]++;
	}
	for (i = 0; i < s->m->n_meetings; i++)
		s->link_at[i + 1] += s->link_at[i];
	for (i = 0; i < s->m->n_links; i++) {
		s->link_of[--s->link_at[link[i].before]] = i;
		s->link_of[--s->link_at[link[i].after]] = i;
	}
}

bool
state_init(struct state *s, const struct plan_model *m)
{
	size_t n = (size_t)m->n_meetings;
	int i;

	*s = (struct state){ .m = m };
	s->slot = mem_alloc((n + 1) * sizeof *s->slot);
	s->load = mem_alloc(((size_t)m->weeks + 1) * sizeof *s->load);
	s->sent = mem_alloc((size_t)m->days * sizeof *s->sent);
	s->on = mem_alloc(((size_t)m->n_bodies + 1) * sizeof *s->on);
	s->member = mem_alloc(
	    ((size_t)m->group_at[m->n_meetings] + 1) * sizeof *s->member);
	s->link_at = mem_alloc((n + 1) * sizeof *s->link_at);
	s->link_of =
	    mem_alloc(((size_t)m->n_links * 2 + 1) * sizeof *s->link_of);
	if (s->slot == NULL || s->load == NULL || s->sent == NULL ||
	    s->on == NULL || s->member == NULL || s->link_at == NULL ||
	    s->link_of == NULL || !make_rooms(s))
		return false;
	for (i = 0; i < m->n_meetings; i++)
		s->slot[i] = PLAN_NONE;
	index_links(s);
	return true;
}

void
state_done(struct state *s)
{
	mem_free(s->slot);
	mem_free(s->load);
	mem_free(s->sent);
	mem_free(s->room);
	mem_free(s->member);
	mem_free(s->on);
	mem_free(s->link_at);
	mem_free(s->link_of);
	*s = (struct state){ 0 };
}

/* ---- parts of a price ---- */

static inline int64_t
over(int64_t amount, int64_t cap)
{
	return amount > cap ? amount - cap : 0;
}

/* What so many units more cost in a week that has ${now}. */
static inline int64_t
load_price(const struct plan_model *m, int64_t now, int64_t more)
{
	return m->over_a * (over(now + more, m->cap_a) - over(now, m->cap_a)) +
	       m->over_b * (over(now + more, m->cap_b) - over(now, m->cap_b));
}

static int64_t
loads_price(const struct state *s, const struct plan_slot *slot)
{
	const struct plan_load *l = s->m->load + slot->load;
	const struct plan_load *end = l + slot->loads;
	int64_t price = 0;

	for (; l < end; l++)
		if (s->load[l->week] + l->units > s->m->cap_a ||
		    s->load[l->week] + l->units > s->m->cap_b)
			price += load_price(s->m, s->load[l->week], l->units);
	return price;
}

static inline int64_t
dispatch_price(const struct state *s, const struct plan_slot *slot)
{
	return slot->dispatch != PLAN_NONE &&
		       s->sent[slot->dispatch] >= s->m->cap_dispatch
		   ? s->m->over_dispatch
		   : 0;
}

static inline int32_t *
room_of(
    const struct state *s, const struct member *g, const struct plan_slot *slot)
{
	if (g->over > 0)
		return s->room + g->room + plan_week(s->m, slot->day);
	return s->room + g->room +
	       (g->band ? slot->day * s->m->bands + slot->band : slot->day);
}

/* How many of its groups would be broken there; what those that are full and
 * only charged cost is added to ${*price}. */
static inline int64_t
full_groups(
    const struct state *s, int i, const struct plan_slot *slot, int64_t *price)
{
	const struct member *g = s->member + s->m->group_at[i];
	const struct member *end = s->member + s->m->group_at[i + 1];
	int64_t full = 0;

	for (; g < end; g++) {
		if (*room_of(s, g, slot) > 0)
			continue;
		full += g->over == 0;
		*price += g->over;
	}
	return full;
}

/* How many links would be broken; those with one end lifted are not. */
static int64_t
broken_links(const struct state *s, int i, int day)
{
	const struct plan_link *link;
	int64_t broken = 0;
	int k, lead, other;

	for (k = s->link_at[i]; k < s->link_at[i + 1]; k++) {
		link = &s->m->link[s->link_of[k]];
		other = link->before == i ? link->after : link->before;
		if (s->slot[other] == PLAN_NONE)
			continue;
		lead = s->m->slot[s->slot[other]].day - day;
		lead = link->before == i ? lead : -lead;
		broken += lead < link->min || lead > link->max;
	}
	return broken;
}

/* ---- prices ---- */

int64_t
state_price(const struct state *s, int i, int32_t to)
{
	const struct plan_model *m = s->m;
	const struct plan_slot *slot = &m->slot[to];
	int64_t price =
		    slot->cost + loads_price(s, slot) + dispatch_price(s, slot),
		bad;
	const int32_t *on;

	bad = full_groups(s, i, slot, &price) + broken_links(s, i, slot->day);
	if (!m->meeting[i].council) {
		on = s->on[m->meeting[i].body];
		if (on[m->weekday[slot->day]] != on[7])
			price += m->off_weekday;
	}
	return price + bad * s->weight;
}

bool
state_is_full(const struct state *s, int i, int32_t to)
{
	const struct plan_slot *slot = &s->m->slot[to];
	int64_t price = 0;

	return full_groups(s, i, slot, &price) + broken_links(s, i, slot->day) >
	       0;
}

/* That weekday alone has the most. */
static bool
is_the_most(const int32_t *on, int weekday)
{
	int w, same = 0;

	for (w = 0; w < 7; w++)
		same += on[w] == on[7];
	return same == 1 && on[weekday] == on[7];
}

int64_t
state_saving(const struct state *s, int i)
{
	const struct plan_model *m = s->m;
	const struct plan_slot *slot = &m->slot[s->slot[i]];
	const struct plan_load *l = m->load + slot->load;
	const struct member *g = s->member + m->group_at[i];
	int64_t saving = slot->cost, good = 0;
	int k;

	for (k = 0; k < slot->loads; k++, l++)
		if (s->load[l->week] > m->cap_a || s->load[l->week] > m->cap_b)
			saving -= load_price(m, s->load[l->week], -l->units);
	if (slot->dispatch != PLAN_NONE &&
	    s->sent[slot->dispatch] > m->cap_dispatch)
		saving += m->over_dispatch;
	for (; g < s->member + m->group_at[i + 1]; g++) {
		if (*room_of(s, g, slot) >= 0)
			continue;
		good += g->over == 0;
		saving += g->over;
	}
	good += broken_links(s, i, slot->day);
	if (!m->meeting[i].council &&
	    !is_the_most(s->on[m->meeting[i].body], m->weekday[slot->day]))
		saving += m->off_weekday;
	return saving + good * s->weight;
}

void
state_prices(
    const struct state *s, int i, const int32_t *of, uint32_t n, int64_t *price)
{
	const struct plan_slot *slot, *before = NULL;
	const int32_t *end = of + n;
	int64_t load = 0, sent = 0, links = 0, groups, full;

	for (; of < end; before = slot, of++) {
		slot = &s->m->slot[*of];
		if (before == NULL || slot->load != before->load ||
		    slot->loads != before->loads)
			load = loads_price(s, slot);
		if (before == NULL || slot->dispatch != before->dispatch)
			sent = dispatch_price(s, slot);
		if (before == NULL || slot->day != before->day)
			links = broken_links(s, i, slot->day);
		groups = 0;
		full = full_groups(s, i, slot, &groups);
		price[*of] = (slot->cost + load + sent + groups +
				 (links + full) * s->weight) *
			     PLAN_FINE;
	}
}

/* ---- changes ---- */

static void
change_loads(struct state *s, const struct plan_slot *slot, int sign)
{
	const struct plan_load *l = s->m->load + slot->load;
	const struct plan_load *end = l + slot->loads;

	for (; l < end; l++) {
		s->cost += load_price(s->m, s->load[l->week], sign * l->units);
		s->load[l->week] += sign * l->units;
	}
}

static void
change_groups(struct state *s, int i, const struct plan_slot *slot, int sign)
{
	const struct member *g = s->member + s->m->group_at[i];
	const struct member *end = s->member + s->m->group_at[i + 1];
	int32_t *room;

	for (; g < end; g++) {
		room = room_of(s, g, slot);
		if (*room < (sign > 0)) {
			s->broken += g->over == 0 ? sign : 0;
			s->cost += sign * g->over;
		}
		*room -= sign;
	}
}

static void
change_weekday(struct state *s, int i, int day, int sign)
{
	int32_t *on = s->on[s->m->meeting[i].body], most = on[7];
	int w;

	on[s->m->weekday[day]] += sign;
	for (on[7] = 0, w = 0; w < 7; w++)
		on[7] = on[w] > on[7] ? on[w] : on[7];
	s->cost += (int64_t)(sign - (on[7] - most)) * s->m->off_weekday;
}

static void
change(struct state *s, int i, int32_t to, int sign)
{
	const struct plan_slot *slot = &s->m->slot[to];

	s->cost += sign * slot->cost;
	change_loads(s, slot, sign);
	if (slot->dispatch != PLAN_NONE) {
		if (s->sent[slot->dispatch] + (sign > 0) > s->m->cap_dispatch)
			s->cost += sign * s->m->over_dispatch;
		s->sent[slot->dispatch] += sign;
	}
	change_groups(s, i, slot, sign);
	s->broken += sign * broken_links(s, i, slot->day);
	if (!s->m->meeting[i].council)
		change_weekday(s, i, slot->day, sign);
}

void
state_put(struct state *s, int i, int32_t slot)
{
	change(s, i, slot, 1);
	s->slot[i] = slot;
}

int32_t
state_lift(struct state *s, int i)
{
	int32_t slot = s->slot[i];

	s->slot[i] = PLAN_NONE;
	change(s, i, slot, -1);
	return slot;
}
