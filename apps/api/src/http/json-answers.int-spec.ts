import { JsonText } from '@app/read-store';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { useJsonAnswers } from './json-answers';

const PARTS = ['{"unitName":"Sở Y tế",', '"asOf":', '"7"', '}'].map((part) => Buffer.from(part));

@Controller()
class Sheet {
  @Get('sheet')
  sheet(): JsonText {
    return new JsonText(PARTS, undefined, '7');
  }
}

@Module({ controllers: [Sheet] })
class SheetModule {}

let app: NestExpressApplication;
beforeAll(async () => {
  app = await NestFactory.create<NestExpressApplication>(SheetModule, { logger: false });
  useJsonAnswers(app);
  await app.init();
});
afterAll(() => app.close());

const length = String(Buffer.concat(PARTS).length);

it('sends what is written already part by part, with the length of the whole', async () => {
  const answer = await request(app.getHttpServer()).get('/sheet').expect(200);
  expect(answer.body).toEqual({ unitName: 'Sở Y tế', asOf: '7' });
  expect(answer.headers).toMatchObject({ 'content-length': length, 'content-type': 'application/json; charset=utf-8' });
  expect(answer.headers).not.toHaveProperty('transfer-encoding');
});

it('tells the length to who asks for the head only', async () => {
  const head = await request(app.getHttpServer()).head('/sheet').expect(200);
  expect(head.headers).toMatchObject({ 'content-length': length });
  expect(head.body).toEqual({});
});
