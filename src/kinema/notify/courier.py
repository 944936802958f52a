"""The courier: it sends webhooks that are due. Every worker runs one.

A webhook is lent, sent and settled. A courier that dies in between leaves it to another once the loan is
over, so each is sent at least once, always under its id.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

import structlog
from prometheus_client import Counter

from kinema.db.pool import Database
from kinema.egress import Egress
from kinema.errors import NotFound, Unavailable
from kinema.notify.deliveries import Loan, lend, settle
from kinema.notify.endpoints import Changes, update
from kinema.notify.retries import RETRIES, wait
from kinema.notify.webhook import send

AT_ONCE = 64
"""Webhooks that a courier sends at the same time."""

EACH = 4
"""How many of them may be one endpoint's: a slow one delays its own alone."""

IDLE = 2.0
"""Seconds after which it looks without having been woken: for retries, and for what other processes wrote."""

LEAVE_TAKING = 5.0
"""Seconds that webhooks on their way have to arrive when the courier is told to stop."""

WEBHOOKS = Counter("kinema_webhooks", "Webhooks sent, by how they came out.", ["outcome"])

log = structlog.get_logger("kinema.notify")


class Courier:
    """Sends webhooks through `egress`. `lease` must outlast whatever bounds a post there."""

    def __init__(
        self, database: Database, egress: Egress, *, lease: timedelta, retries: Sequence[float] = RETRIES
    ) -> None:
        self._database = database
        self._egress = egress
        self._lease = lease
        self._retries = retries
        self._sending: dict[asyncio.Task[None], str] = {}
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
        free = AT_ONCE - len(self._sending)
        if not free:
            return
        busy = set(self._sending.values())
        try:
            lent = await lend(self._database, most=free, each=EACH, busy=busy, lease=self._lease)
        except Unavailable as error:
            log.warning("webhooks wait", reason=error.message)
            return
        except Exception:
            log.exception("webhooks broke")
            return
        for loan in lent:
            task = asyncio.create_task(self._deliver(loan), name=f"deliver {loan.webhook.id}")
            self._sending[task] = loan.endpoint_id
            task.add_done_callback(self._done)

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
        attempt = await send(self._egress, loan.url, loan.webhook, loan.signing)
        again = None
        if not (attempt.succeeded or attempt.switches_off):
            again = wait(loan.tries, self._retries, attempt.retry_after, attempt.at)
        await settle(self._database, loan, attempt, again)
        if attempt.switches_off:
            with suppress(NotFound):  # deleted meanwhile
                await update(self._database, loan.tenant_id, loan.endpoint_id, Changes(enabled=False))
        if attempt.succeeded:
            outcome = "delivered"
        elif attempt.switches_off:
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
