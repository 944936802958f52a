"""The courier: it sends webhooks that are due. Every worker runs one.

A webhook is lent, sent and settled. A courier that dies in between leaves it to another once the loan is
over, so each is sent at least once, always under its id.

An endpoint that lets a second pass is slow: what it has open counts with the slow ones from then on, and it
is handed webhooks one by one, behind the other slow ones, until it answers in time. So however many hang,
there is room for those that do not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog
from prometheus_client import Counter

from kinema.db.pool import Database
from kinema.egress import Egress
from kinema.errors import Unavailable
from kinema.notify.deliveries import Loan, lend, settle
from kinema.notify.endpoints import drop_unwanted, switch_off
from kinema.notify.retries import RETRIES, wait
from kinema.notify.webhook import send

AT_ONCE = 64
"""Webhooks that a courier sends at the same time to endpoints that are not slow."""

EACH = 4
"""How many of them may be one endpoint's."""

PATIENCE = 1.0
"""Seconds after which an endpoint that has not answered is slow."""

SLOW = 256
"""Webhooks on their way to slow endpoints, past which these are handed no more."""

MOST = 512
"""Webhooks on their way in all: each is an open socket."""

REMEMBERED = 1_000
"""Slow endpoints that a courier knows; one that it forgets is found slow again."""

IDLE = 2.0
"""Seconds after which it looks without having been woken: for retries, and for what other processes wrote."""

LEAVE_TAKING = 5.0
"""Seconds that webhooks on their way have to arrive when the courier is told to stop."""

WEBHOOKS = Counter("kinema_webhooks", "Webhooks sent, by how they came out.", ["outcome"])

log = structlog.get_logger("kinema.notify")


@dataclass
class _Sending:
    """A webhook on its way."""

    endpoint_id: str
    is_slow: bool


class Courier:
    """Sends webhooks through `egress`. `lease` must outlast whatever bounds a post there."""

    def __init__(
        self, database: Database, egress: Egress, *, lease: timedelta, retries: Sequence[float] = RETRIES
    ) -> None:
        self._database = database
        self._egress = egress
        self._lease = lease
        self._retries = retries
        self._sending: dict[asyncio.Task[None], _Sending] = {}
        self._slow: dict[str, None] = {}  # in the order in which they were handed something
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Have it look soon: something may be due."""
        self._woken.set()

    async def run(self) -> None:
        """Send until cancelled; what is on its way then may still arrive."""
        try:
            while True:
                self._woken.clear()
                await self._hand_out()
                with suppress(TimeoutError):
                    async with asyncio.timeout(IDLE):
                        await self._woken.wait()
        finally:
            if self._sending:
                await asyncio.wait(self._sending, timeout=LEAVE_TAKING)
            for task in self._sending:
                task.cancel()

    async def _hand_out(self) -> None:
        try:
            await self._hand_to_quick()
            await self._hand_to_slow()
        except Unavailable as error:
            log.warning("webhooks wait", reason=error.message)
        except Exception:
            log.exception("webhooks broke")

    async def _hand_to_quick(self) -> None:
        quick = sum(not sending.is_slow for sending in self._sending.values())
        if free := min(AT_ONCE - quick, MOST - len(self._sending)):
            passed_over = self._busy | self._slow.keys()
            for loan in await lend(
                self._database, most=free, each=EACH, passed_over=passed_over, lease=self._lease
            ):
                self._send(loan, is_slow=False)

    async def _hand_to_slow(self) -> None:
        free = SLOW - sum(sending.is_slow for sending in self._sending.values())
        busy = self._busy
        among = [endpoint_id for endpoint_id in self._slow if endpoint_id not in busy]
        if free > 0 and among:
            for loan in await lend(self._database, most=free, each=1, among=among, lease=self._lease):
                self._remember(loan.endpoint_id)
                self._send(loan, is_slow=True)

    @property
    def _busy(self) -> set[str]:
        """The endpoints that something is on its way to."""
        return {sending.endpoint_id for sending in self._sending.values()}

    def _send(self, loan: Loan, *, is_slow: bool) -> None:
        task = asyncio.create_task(self._deliver(loan), name=f"deliver {loan.webhook.id}")
        self._sending[task] = _Sending(loan.endpoint_id, is_slow)
        patience = asyncio.get_running_loop().call_later(PATIENCE, self._out_of_patience, task)
        task.add_done_callback(lambda _: patience.cancel())
        task.add_done_callback(self._done)

    def _out_of_patience(self, task: asyncio.Task[None]) -> None:
        sending = self._sending[task]
        sending.is_slow = True
        self._remember(sending.endpoint_id)
        self.wake()

    def _remember(self, endpoint_id: str) -> None:
        """Put an endpoint behind all others that are slow."""
        self._slow.pop(endpoint_id, None)
        self._slow[endpoint_id] = None
        if len(self._slow) > REMEMBERED:
            del self._slow[next(iter(self._slow))]

    def _done(self, task: asyncio.Task[None]) -> None:
        del self._sending[task]
        self.wake()

    async def _deliver(self, loan: Loan) -> None:
        """Send a webhook once; whatever goes wrong here, it is sent again when the loan is over."""
        try:
            await self._carry(loan)
        except Unavailable as error:
            log.warning("webhook not settled", webhook=loan.webhook.id, reason=error.message)
        except Exception:
            log.exception("webhook broke", webhook=loan.webhook.id)

    async def _carry(self, loan: Loan) -> None:
        attempt = await send(self._egress, loan.tenant_id, loan.url, loan.webhook, loan.signing)
        if attempt.milliseconds < 1000 * PATIENCE:
            self._slow.pop(loan.endpoint_id, None)
        if attempt.is_gone and await switch_off(self._database, loan.tenant_id, loan.endpoint_id, loan.url):
            attempt = replace(attempt, switched_off=True)
        again = None
        if not (attempt.succeeded or attempt.switched_off):
            again = wait(loan.tries, self._retries, attempt.retry_after, attempt.at)
        await settle(self._database, loan, attempt, again)
        if attempt.switched_off:
            await drop_unwanted(self._database)
        if attempt.succeeded:
            outcome = "delivered"
        elif attempt.switched_off:
            outcome = "switched_off"
        else:
            outcome = "given_up" if again is None else "retried"
        WEBHOOKS.labels(outcome).inc()
        log.info(
            "webhook sent",
            webhook=loan.webhook.id,
            endpoint=loan.endpoint_id,
            task=loan.webhook.task_id,
            outcome=outcome,
            status=attempt.status_code,
            milliseconds=attempt.milliseconds,
        )
