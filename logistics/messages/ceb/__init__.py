"""China's messages of cross-border e-commerce (CEB) as the unified system of China E-Port takes them. Pure: values in, XML out.

Import: 311 order, 411 payment, 511 waybill, 621 list, 625 return. Export: 303 order, 403 receipts, 505 waybill, 603 list.
`mismatches` tells before filing whether order, payment and waybill agree; `ceb_file` gives the file to hand over.
"""

from logistics.messages.ceb.exports import ExportList, ExportOrder, ExportWaybill, Receipts
from logistics.messages.ceb.imports import ImportOrder, ImportWaybill, Payment
from logistics.messages.ceb.lists import ImportList, ReturnRequest
from logistics.messages.ceb.matching import Mismatch, mismatches
from logistics.messages.ceb.refusals import BadMessage
from logistics.messages.ceb.values import (
    Buyer,
    Carriage,
    Company,
    Consignee,
    Filing,
    Goods,
    ListedGoods,
    Measure,
    PaidBy,
    Parcel,
    Platform,
    Transfer,
)
from logistics.messages.ceb.writing import CebFile, Message, Signer, Unsigned, ceb_file, ceb_xml

__all__ = [
    "BadMessage",
    "Buyer",
    "Carriage",
    "CebFile",
    "Company",
    "Consignee",
    "ExportList",
    "ExportOrder",
    "ExportWaybill",
    "Filing",
    "Goods",
    "ImportList",
    "ImportOrder",
    "ImportWaybill",
    "ListedGoods",
    "Measure",
    "Message",
    "Mismatch",
    "PaidBy",
    "Parcel",
    "Payment",
    "Platform",
    "Receipts",
    "ReturnRequest",
    "Signer",
    "Transfer",
    "Unsigned",
    "ceb_file",
    "ceb_xml",
    "mismatches",
]
