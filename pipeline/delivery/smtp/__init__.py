"""The conversation with the mail server: the only importer of smtplib."""

from pipeline.delivery.smtp.server import ENVIRONMENT_SMTP, MailServer, ServerReply, password

__all__ = ["ENVIRONMENT_SMTP", "MailServer", "ServerReply", "password"]
